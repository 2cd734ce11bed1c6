import { useConsole, useWords } from '../../console-context.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sheetCell } from '../../ui/csv-of.ts';
import { failureText } from '../../ui/failure.tsx';
import { cellText } from '../entry-columns.ts';
import { keptDays } from '../kept.ts';
import { entryWords } from '../words.ts';
import { type Edit, isUnsent, isWaiting } from './edit.ts';
import { editedField } from './edited-field.ts';
import type { EntryEdits } from './entry-edits.ts';
import { refusalOfEdit } from './refusal-of-edit.ts';
import { editWords } from './words.ts';

/** Most changes that are listed: who has more to mend begins with these. */
const most = 50;

interface UnsavedEditsProps {
  readonly edits: EntryEdits;
  readonly pending: ReadonlyMap<string, Edit>;
  readonly onOpen: (entryId: string) => void;
}

/**
 * The changes that the person has to decide about, since the API has refused them or another member of the staff has
 * changed the same field. Each says which field of which entry it is, why, and what can be done. And, in one line, how
 * many are sent again by themselves, and what they wait for.
 */
export const UnsavedEdits = ({ edits, pending, onOpen }: UnsavedEditsProps) => {
  const { words, language } = useConsole();
  const texts = useWords(entryWords);
  const more = useWords(editWords);
  const all = [...pending.values()];
  const waiting = all.filter(isWaiting);
  const waits = (['connection', 'signIn', 'busy'] as const).flatMap((waitsFor) => {
    const count = waiting.filter(({ state }) => state === waitsFor).length;
    return count > 0 ? [texts.waits[waitsFor](count)] : [];
  });
  const open = all.filter((edit) => !isUnsent(edit)).sort((one, other) => one.entryNumber - other.entryNumber);
  if (waiting.length + open.length === 0) return null;
  const refused = open.filter(({ state }) => state === 'refused');
  const shown = (path: string, value: unknown): string => {
    if (path === 'status') return texts.statuses[value as 'entered'] ?? cellText(value);
    return typeof value === 'object' && value !== null ? '…' : cellText(value) || more.empty;
  };
  const wordsOf = ({ isOwn }: Edit) => (isOwn ? texts.own : texts);
  const whyOf = (edit: Edit): string => {
    if (edit.state === 'conflict') return wordsOf(edit).conflict(shown(edit.path, edit.theirs));
    const others = refused.filter(({ entryId, key }) => entryId === edit.entryId && key !== edit.key);
    const said = refusalOfEdit(edit, others, (path) => editedField(path, language));
    return said === 'otherField' ? more.otherField : (said ?? failureText(edit.error, words));
  };
  const { heads } = more;
  const copied = [
    [heads.entry, heads.field, heads.value, heads.why],
    ...open.map((edit) => [
      ...[String(edit.entryNumber), editedField(edit.path, language), shown(edit.path, edit.value), whyOf(edit)],
    ]),
  ];
  return (
    <section className="note" aria-label={texts.unsaved(waiting.length + open.length)}>
      <p role="status">
        <strong>{texts.unsaved(waiting.length + open.length)}</strong> {waits.join(' ')}
      </p>
      <p className="help">{more.keptHere(keptDays)}</p>
      {open.length > 1 && (
        <p className="actions">
          {refused.length > 1 && (
            <>
              <button type="button" onClick={() => edits.retryAll(refused)}>
                {more.retryAll(refused.length)}
              </button>
              <button type="button" onClick={() => edits.dropAll(refused)}>
                {more.dropAll(refused.length)}
              </button>
            </>
          )}
          <CopyButton
            text={copied.map((row) => row.map(sheetCell).join('\t')).join('\r\n')}
            label={more.copy}
            said={more.copied}
          >
            {more.copy}
          </CopyButton>
        </p>
      )}
      {open.length > 0 && (
        <ul className="entry-unsaved">
          {open.slice(0, most).map((edit) => (
            <li key={edit.key}>
              <strong>{texts.cellOf(editedField(edit.path, language), edit.entryNumber)}</strong>{' '}
              {edit.state === 'refused' && `${more.wanted(shown(edit.path, edit.value))} `}
              {whyOf(edit)}
              <span className="actions">
                <button type="button" onClick={() => edits.retryAll([edit])}>
                  {edit.state === 'refused' ? words.retry : wordsOf(edit).takeMine(shown(edit.path, edit.value))}
                </button>
                <button type="button" onClick={() => edits.dropAll([edit])}>
                  {edit.state === 'refused' ? texts.drop(shown(edit.path, edit.value)) : wordsOf(edit).takeTheirs}
                </button>
                <button type="button" onClick={() => onOpen(edit.entryId)}>
                  {texts.open(edit.entryNumber)}
                </button>
              </span>
            </li>
          ))}
          {open.length > most && <li>{more.more(open.length - most)}</li>}
        </ul>
      )}
    </section>
  );
};
