import { memo } from 'react';
import type { Language } from '../../words/words.ts';
import { type Edit, isUnsent } from '../edits/edit.ts';
import type { Entry } from '../entry.ts';
import {
  cellText,
  type EditedColumn,
  type GridColumn,
  gridColumns,
  isEdited,
  pathOf,
  statusOf,
  valueAt,
} from '../entry-columns.ts';
import type { Problem } from '../entry-problems.ts';
import type { ConsentState } from '../filter-entries.ts';
import type { EntryWords } from '../words.ts';
import type { ActiveCell } from './active-cell.ts';
import { type After, CellEditor } from './cell-editor.tsx';

/** What happens in the grid; the same for all rows, so that none is drawn again because of it. */
export interface RowActs {
  readonly focus: (cell: ActiveCell) => void;
  readonly begin: (cell: ActiveCell, typed?: string) => void;
  readonly end: (
    cell: { readonly entry: Entry; readonly column: EditedColumn; readonly seen: { readonly value: unknown } },
    text: string | undefined,
    after: After,
  ) => void;
  readonly select: (id: string, isSelected: boolean, isRange: boolean) => void;
  readonly open: (id: string) => void;
}

interface RowProps {
  readonly entry: Entry;
  readonly index: number;
  /** The language that texts are shown in. */
  readonly locale: string;
  readonly language: Language;
  readonly texts: EntryWords;
  readonly problems: readonly Problem[];
  readonly consent: ConsentState | undefined;
  readonly isSelected: boolean;
  readonly isLocked: boolean;
  /** The column of the active cell, where it is in this row. */
  readonly active: GridColumn | undefined;
  /** The column that is being changed, and the letter that it began with. */
  readonly editing: { readonly column: EditedColumn; readonly typed: string | undefined } | undefined;
  readonly edits: readonly Edit[];
  readonly acts: RowActs;
}

const isArtists = (column: GridColumn): boolean => ['artist', 'age', 'school', 'region'].includes(column);

/** True where this person cannot change what is in a cell. */
export const isReadOnly = (column: GridColumn, entry: Entry, isLocked: boolean): boolean =>
  !isEdited(column) || isLocked || (entry.artistHidden === true && isArtists(column));

const Sight = ({ entry, texts, onOpen }: { entry: Entry; texts: EntryWords; onOpen: () => void }) => {
  const [smallest] = entry.image?.renditions.filter(({ type }) => type === 'image/jpeg') ?? [];
  return (
    <>
      {smallest ? (
        <img src={smallest.url} alt="" draggable={false} />
      ) : (
        <span className="entry-blank" aria-hidden="true" />
      )}
      <button type="button" tabIndex={-1} aria-label={texts.open(entry.entryNumber)} onClick={onOpen}>
        {entry.entryNumber}
      </button>
    </>
  );
};

const ShownCell = ({ column, edit, ...row }: RowProps & { column: EditedColumn; edit: Edit | undefined }) => {
  const { entry, locale, texts } = row;
  if (entry.artistHidden && isArtists(column)) return <em>{column === 'artist' ? texts.hidden : ''}</em>;
  if (column === 'status' && !edit) return <>{texts.statuses[entry.status]}</>;
  const value = edit ? edit.value : valueAt(entry, pathOf(column, locale));
  const text = column === 'status' ? texts.statuses[value as 'entered'] : cellText(value);
  return (
    <>
      <span lang={column === 'title' || column === 'alt' ? locale : undefined}>{text}</span>
      {edit && (
        <small className={isUnsent(edit) ? undefined : 'error'}>
          {edit.state === 'conflict' && edit.isOwn ? texts.own.state : texts.editStates[edit.state]}
        </small>
      )}
    </>
  );
};

/** An entry in the grid. */
export const EntryRow = memo((row: RowProps) => {
  const { entry, index, locale, texts, problems, consent, isSelected, isLocked, active, editing, edits, acts } = row;
  const { id, entryNumber } = entry;
  const content = (column: GridColumn) => {
    if (column === 'select')
      return (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={texts.select(entryNumber)}
          checked={isSelected}
          onChange={({ target, nativeEvent }) =>
            acts.select(id, target.checked, (nativeEvent as MouseEvent).shiftKey === true)
          }
        />
      );
    if (column === 'picture') return <Sight entry={entry} texts={texts} onOpen={() => acts.open(id)} />;
    if (column === 'consent')
      return entry.artistHidden ? '' : consent ? texts.consents[consent] : texts.noConsentNeeded;
    if (column === 'problems') return problems.map((problem) => texts.problems[problem]).join(' · ');
    const path = pathOf(column, locale);
    if (editing?.column === column)
      return (
        <CellEditor
          column={column}
          label={texts.cellOf(texts.columns[column], entryNumber)}
          text={editing.typed ?? (column === 'status' ? statusOf(entry) : cellText(shownValue(row, path)))}
          lang={column === 'title' || column === 'alt' ? locale : undefined}
          value={shownValue(row, path)}
          onEnd={(text, after, seen) => acts.end({ entry, column, seen }, text, after)}
        />
      );
    return <ShownCell {...row} column={column} edit={edits.find((edit) => edit.path === path)} />;
  };
  return (
    <tr aria-rowindex={index + 2} aria-selected={isSelected} className="entry-row" data-index={index}>
      {gridColumns.map((column, at) => (
        <td
          key={column}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what a cell of a grid is
          role="gridcell"
          aria-colindex={at + 1}
          aria-readonly={isReadOnly(column, entry, isLocked) || undefined}
          className={`entry-${column}`}
          data-cell={`${id}/${column}`}
          data-column={texts.columns[column]}
          tabIndex={active === column && editing?.column !== column ? 0 : -1}
          onFocus={() => acts.focus({ id, column })}
          onDoubleClick={() => isEdited(column) && acts.begin({ id, column })}
        >
          {content(column)}
        </td>
      ))}
    </tr>
  );
});

/** What a field will hold once everything is saved. */
const shownValue = ({ entry, edits }: RowProps, path: string): unknown => {
  const edit = edits.find((one) => one.path === path);
  return edit ? edit.value : valueAt(entry, path);
};
