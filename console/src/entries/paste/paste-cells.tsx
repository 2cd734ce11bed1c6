import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { Edit } from '../edits/edit.ts';
import type { EntryEdits } from '../edits/entry-edits.ts';
import type { Entry } from '../entry.ts';
import type { GridColumn } from '../entry-columns.ts';
import type { ActiveCell } from '../grid/active-cell.ts';
import { PasteDialog } from './paste-dialog.tsx';
import type { PastedEntry, planPaste } from './plan-paste.ts';
import { undoPaste } from './undo-paste.ts';
import { pasteWords } from './words.ts';

/** Longest text that is pasted into a grid, in characters: a thousand rows of the longest texts. */
const longest = 2_000_000;

const noEdits: readonly Edit[] = [];

interface PasteCellsProps {
  /** The grid; what is pasted elsewhere is not its business. */
  readonly table: RefObject<HTMLTableElement | null>;
  readonly start: ActiveCell | undefined;
  readonly entries: readonly Entry[];
  readonly locale: string;
  readonly edits: EntryEdits;
  readonly byEntry: ReadonlyMap<string, readonly Edit[]>;
  readonly isReadOnly: (column: GridColumn, entry: Entry) => boolean;
  /** Called with the entries of which something was not saved. */
  readonly onUnsaved: (ids: readonly string[]) => void;
  /** Called where the focus has lost its button. */
  readonly onHidden: () => void;
}

/**
 * What was copied, where it begins, and the rows as they were shown then: none of them moves while the person reads.
 */
interface Pasted {
  readonly cells: readonly (readonly string[])[];
  readonly start: ActiveCell;
  readonly entries: readonly Entry[];
  readonly plan: typeof planPaste;
}

/**
 * Takes cells of a spreadsheet that are pasted into the grid: says first what will change, and afterwards takes it back
 * if asked.
 */
export const PasteCells = (props: PasteCellsProps) => {
  const { table, start, entries, locale, edits, byEntry, isReadOnly, onUnsaved, onHidden } = props;
  const { language, words, announce } = useConsole();
  const texts = useWords(pasteWords);
  const [pasted, setPasted] = useState<Pasted>();
  const [done, setDone] = useState<readonly PastedEntry[]>();
  const [isUndoing, setUndoing] = useState(false);
  const note = useRef<HTMLParagraphElement>(null);
  /** Ends once what was pasted last is saved, or waits. */
  const writing = useRef<Promise<readonly string[]>>(undefined);
  const current = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);

  const take = async (text: string) => {
    if (text.length > longest) return announce(texts.tooLong);
    if (!start) return;
    try {
      const [{ parseCells }, { planPaste: plan }] = await Promise.all([
        import('./parse-cells.ts'),
        import('./plan-paste.ts'),
      ]);
      setPasted({ cells: parseCells(text), start, entries, plan });
    } catch {
      announce(words.failures.unknown);
    }
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    // Browsers do not agree on which element is told of it, where nothing is being edited.
    const onPaste = (event: ClipboardEvent) => {
      const focused = document.activeElement;
      if (!focused || !table.current?.contains(focused)) return;
      if (focused.matches('select, textarea, input:not([type="checkbox"])')) return;
      const text = event.clipboardData?.getData('text/plain');
      if (!text) return;
      event.preventDefault();
      void latest.current(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [table]);

  const plan = useMemo(
    () =>
      pasted?.plan(pasted.cells, {
        ...{ start: pasted.start, locale, language, isReadOnly },
        // As they are now: what others save meanwhile is not taken for what the person has seen.
        entries: pasted.entries.map((entry) => current.get(entry.id) ?? entry),
        unsaved: ({ id }) => byEntry.get(id) ?? noEdits,
      }),
    [pasted, current, locale, language, isReadOnly, byEntry],
  );
  const count = (changes: readonly { readonly cells: readonly unknown[] }[]) =>
    changes.reduce((sum, { cells }) => sum + cells.length, 0);
  const write = async (changes: readonly PastedEntry[]) => {
    setPasted(undefined);
    setDone(changes);
    setUndoing(false);
    const own = edits.changeAll(changes.map(({ entry, cells }) => ({ entry, values: cells })));
    writing.current = own;
    const left = await own;
    onUnsaved(left);
    if (writing.current === own) announce(texts.saved(count(changes), left.length));
  };
  const undo = async (changes: readonly PastedEntry[]) => {
    const own = writing.current;
    writing.current = undefined;
    setUndoing(true);
    // What is on its way cannot be called back: only what is stored by then can be put back.
    await own;
    const back = undoPaste(
      changes,
      (id) => edits.entry(id),
      (entry, path) => edits.valueOf(entry, path),
    );
    const left = await edits.changeAll(back);
    // By then the person may work elsewhere.
    if (note.current?.contains(document.activeElement)) onHidden();
    setDone((shown) => (shown === changes ? undefined : shown));
    onUnsaved(left);
    announce(
      texts.undone(
        back.reduce((sum, { values }) => sum + values.length, 0),
        left.length,
      ),
    );
  };
  const hide = () => {
    setDone(undefined);
    onHidden();
  };
  return (
    <>
      {done && (
        <p ref={note} className="note actions">
          {isUndoing ? texts.undoing : texts.pasted(count(done))}
          <ActButton isOff={isUndoing} onClick={() => void undo(done)}>
            {texts.undo}
          </ActButton>
          <button type="button" onClick={hide}>
            {texts.keep}
          </button>
        </p>
      )}
      {plan && (
        <PasteDialog
          {...{ plan, locale }}
          onPaste={() => void write(plan.changes)}
          onClose={() => setPasted(undefined)}
        />
      )}
    </>
  );
};
