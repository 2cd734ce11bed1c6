import type { ReactNode } from 'react';
import { useWords } from '../../console-context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LeaveButton } from '../../ui/leave-button.tsx';
import { cellText } from '../entry-columns.ts';
import { entryWords } from '../words.ts';
import type { NotPasted, PastedCell, PastePlan } from './plan-paste.ts';
import { pasteWords } from './words.ts';

/** Most lines of a list: who pastes a thousand rows looks at the first ones. */
const most = 30;

const Lines = ({ lines }: { readonly lines: readonly ReactNode[] }) => {
  const texts = useWords(pasteWords);
  return (
    <ul className="paste-lines">
      {lines.slice(0, most).map((line, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a summary do not move
        <li key={n}>{line}</li>
      ))}
      {lines.length > most && <li>{texts.more(lines.length - most)}</li>}
    </ul>
  );
};

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly locale: string;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

/** What pasting will change, cell by cell, and what it leaves out and why: all of it before anything is written. */
export const PasteDialog = ({ plan, locale, onPaste, onClose }: PasteDialogProps) => {
  const texts = useWords(pasteWords);
  const { columns, cellOf, statuses } = useWords(entryWords);
  const { changes, refused, unchanged } = plan;
  const cells = changes.reduce((count, one) => count + one.cells.length, 0);
  const shown = ({ column }: PastedCell, value: unknown) =>
    (column === 'status' && statuses[value as 'entered']) || cellText(value) || texts.empty;
  const why = (one: NotPasted): ReactNode => {
    if (one.why === 'value')
      return (
        <>
          <strong>{cellOf(columns[one.column], one.entryNumber)}</strong> {texts.value(one.text, one.message)}
        </>
      );
    if (one.why === 'readOnly')
      return texts.readOnly(one.columns.map((column) => columns[column]).join(', '), one.entryNumber);
    return one.why === 'column' ? texts.column(columns[one.column], one.count) : texts[one.why](one.count);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>
        {cells > 0 ? texts.will(cells, changes.length) : texts.nothing} {unchanged > 0 && texts.unchanged(unchanged)}
      </p>
      {refused.length > 0 && (
        <>
          <h3>{texts.refused(refused.length)}</h3>
          <Lines lines={refused.map(why)} />
        </>
      )}
      {cells > 0 && (
        <Lines
          lines={changes.flatMap(({ entry, cells }) =>
            cells.map((cell) => (
              <>
                <strong>{cellOf(columns[cell.column], entry.entryNumber)}</strong>{' '}
                <span lang={cell.column === 'title' || cell.column === 'alt' ? locale : undefined}>
                  {texts.to(shown(cell, cell.before), shown(cell, cell.value))}
                </span>
              </>
            )),
          )}
        />
      )}
      <p className="actions">
        {cells > 0 && (
          <button type="button" className="primary" onClick={onPaste}>
            {texts.paste(cells)}
          </button>
        )}
        <LeaveButton />
      </p>
    </Dialog>
  );
};
