import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import type { StaffExhibition } from '../../exhibitions/staff-exhibition.ts';
import type { Edit } from '../edits/edit.ts';
import type { EntryEdits } from '../edits/entry-edits.ts';
import type { Entry } from '../entry.ts';
import { cellValue, type EditedColumn, type GridColumn, gridColumns, isEdited, pathOf } from '../entry-columns.ts';
import { type Problem, problemsOf } from '../entry-problems.ts';
import { consentStateOf, type EntryFacts } from '../filter-entries.ts';
import { mayEntry } from '../may-entry.ts';
import { PasteCells } from '../paste/paste-cells.tsx';
import { entryWords } from '../words.ts';
import type { ActiveCell } from './active-cell.ts';
import type { After } from './cell-editor.tsx';
import { EntryRow, isReadOnly, type RowActs } from './entry-row.tsx';
import { cellAfterKey } from './move-in-grid.ts';
import { useRowWindow } from './use-row-window.ts';

const none: readonly Edit[] = [];

interface EntryGridProps {
  readonly exhibition: StaffExhibition;
  readonly entries: readonly Entry[];
  readonly facts: EntryFacts;
  readonly locale: string;
  readonly edits: EntryEdits;
  readonly pending: ReadonlyMap<string, Edit>;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * The entries of an exhibition, of which only those near the screen are in the page: a thousand scroll as fast as ten.
 */
export const EntryGrid = ({
  exhibition,
  entries,
  facts,
  locale,
  edits,
  pending,
  selected,
  onSelect,
  onOpen,
}: EntryGridProps) => {
  const { person, language } = useConsole();
  const texts = useWords(entryWords);
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRowWindow(body, '.entry-row', entries.length);
  const [active, setActive] = useState<ActiveCell>();
  const [editing, setEditing] = useState<{ id: string; column: EditedColumn; typed: string | undefined }>();
  const toFocus = useRef<ActiveCell>(undefined);
  const anchor = useRef<string>(undefined);
  const shown = useRef(entries);
  shown.current = entries;

  const moveTo = useCallback(
    (cell: ActiveCell) => {
      toFocus.current = cell;
      setActive(cell);
      rows.show(shown.current.findIndex(({ id }) => id === cell.id));
    },
    [rows.show],
  );
  useEffect(() => {
    const cell = toFocus.current;
    const element = cell && table.current?.querySelector<HTMLElement>(`[data-cell="${cell.id}/${cell.column}"]`);
    if (element) {
      toFocus.current = undefined;
      element.focus({ preventScroll: true });
    }
  });
  // The row that had the focus was scrolled away: the grid keeps it, and the next key goes on from there.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) table.current?.focus({ preventScroll: true });
    hadFocus.current = table.current?.contains(document.activeElement) ?? false;
  });

  const isLocked = useCallback(
    (entry: Entry) => !mayEntry('changeEntry', exhibition, entry, person),
    [exhibition, person],
  );
  const acts = useMemo((): RowActs => {
    const begin = ({ id, column }: ActiveCell, typed?: string) => {
      const entry = shown.current.find((one) => one.id === id);
      if (entry && isEdited(column) && !isReadOnly(column, entry, isLocked(entry))) setEditing({ id, column, typed });
    };
    return {
      focus: (cell) => setActive((before) => (before?.id === cell.id && before.column === cell.column ? before : cell)),
      begin,
      end: ({ entry, column, seen }, text, after) => {
        setEditing(undefined);
        if (text !== undefined)
          void edits.change(entry, [{ path: pathOf(column, locale), value: cellValue(column, text), seen }]);
        const next = cellAfter({ id: entry.id, column }, after, shown.current);
        if (after !== 'stay' || document.activeElement === document.body) moveTo(next);
        else if (text === undefined) moveTo({ id: entry.id, column });
      },
      select: (id, isSelected, isRange) => {
        const ids = shown.current.map((entry) => entry.id);
        const [from, to] = [ids.indexOf((isRange && anchor.current) || id), ids.indexOf(id)].sort((a, b) => a - b);
        anchor.current = id;
        onSelect(ids.slice(from, (to ?? 0) + 1), isSelected);
      },
      open: onOpen,
    };
  }, [edits, isLocked, locale, moveTo, onOpen, onSelect]);

  const activeEntry = entries.some(({ id }) => id === active?.id) ? active?.id : entries[0]?.id;
  const activeColumn: GridColumn = active?.column ?? 'title';

  const onKeyDown = (pressed: KeyboardEvent) => {
    if (editing || !activeEntry) return;
    const cell = { id: activeEntry, column: activeColumn };
    const next = cellAfterKey(pressed, cell, entries);
    const { key, ctrlKey, metaKey, altKey } = pressed;
    const index = entries.findIndex(({ id }) => id === activeEntry);
    if (next) {
      pressed.preventDefault();
      if (pressed.shiftKey && next.id !== cell.id) acts.select(next.id, true, true);
      moveTo(next);
    } else if (key === ' ' && (cell.column === 'select' || pressed.shiftKey)) {
      pressed.preventDefault();
      acts.select(cell.id, !selected.has(cell.id), false);
    } else if (key === 'Enter' || key === 'F2') {
      if (pressed.target instanceof HTMLButtonElement) return;
      pressed.preventDefault();
      if (isEdited(cell.column)) acts.begin(cell);
      else if (cell.column === 'select') acts.select(cell.id, !selected.has(cell.id), false);
      else onOpen(cell.id);
    } else if (key === 'Delete' && isEdited(cell.column) && cell.column !== 'status') {
      const entry = entries[index];
      if (entry && !isReadOnly(cell.column, entry, isLocked(entry)))
        void edits.change(entry, [{ path: pathOf(cell.column, locale), value: undefined }]);
    } else if (key.length === 1 && !ctrlKey && !metaKey && !altKey && key !== ' ' && cell.column !== 'status') {
      pressed.preventDefault();
      acts.begin(cell, key);
    }
  };
  // Once for each entry: a row that gets the same list is not drawn again.
  const problemsIn = useMemo(() => {
    const known = new WeakMap<Entry, readonly Problem[]>();
    return (entry: Entry) => {
      const found = known.get(entry) ?? problemsOf(entry, facts);
      known.set(entry, found);
      return found;
    };
  }, [facts]);
  const byEntry = useMemo(() => Map.groupBy(pending.values(), ({ entryId }) => entryId), [pending]);
  const isClosed = useCallback(
    (column: GridColumn, entry: Entry) => isReadOnly(column, entry, isLocked(entry)),
    [isLocked],
  );
  const start = activeEntry ? { id: activeEntry, column: activeColumn } : undefined;
  const grid = (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells that people move in and change
      role="grid"
      className="entry-grid"
      aria-label={texts.title}
      aria-rowcount={entries.length + 1}
      aria-colcount={gridColumns.length}
      aria-multiselectable
      aria-describedby="entry-grid-help"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr aria-rowindex={1}>
          {gridColumns.map((column, at) => (
            <th key={column} scope="col" aria-colindex={at + 1} className={`entry-${column}`}>
              <span className={column === 'select' ? 'unseen' : undefined}>{texts.columns[column]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} style={{ paddingBlock: `${rows.above}px ${rows.below}px` }}>
        {entries.slice(rows.first, rows.end).map((entry, n) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            index={rows.first + n}
            {...{ locale, language, texts, acts }}
            problems={problemsIn(entry)}
            consent={consentStateOf(entry, facts)}
            isSelected={selected.has(entry.id)}
            isLocked={isLocked(entry)}
            active={entry.id === activeEntry ? activeColumn : undefined}
            editing={editing?.id === entry.id ? editing : undefined}
            edits={byEntry.get(entry.id) ?? none}
          />
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      <PasteCells
        {...{ table, start, entries, locale, edits, byEntry }}
        isReadOnly={isClosed}
        onUnsaved={(ids) => onSelect(ids, true)}
        onHidden={() => start && moveTo(start)}
      />
      {grid}
    </>
  );
};

/** The cell that gets the focus when one was changed. */
const cellAfter = ({ id, column }: ActiveCell, after: After, entries: readonly Entry[]): ActiveCell => {
  const at = gridColumns.indexOf(column);
  if (after === 'next') return { id, column: gridColumns[at + 1] ?? column };
  if (after === 'previous') return { id, column: gridColumns[at - 1] ?? column };
  const index = entries.findIndex((entry) => entry.id === id);
  return { id: (after === 'below' && entries[index + 1]?.id) || id, column };
};
