import { artworkContentSchema, entryStatuses } from '../../../../shared/model/exhibitions/artwork.ts';
import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';
import { mergePatch } from '../../../../shared/model/json/merge-patch.ts';
import { foldCase } from '../../../../shared/model/text/fold-case.ts';
import { wordErrors } from '../../../../shared/refusals/field-error.ts';
import { issueErrors } from '../../../../shared/refusals/issue-errors.ts';
import { type Language, languages } from '../../words/words.ts';
import { type Edit, isUnsent } from '../edits/edit.ts';
import { patchOfEdits } from '../edits/patch-of-edits.ts';
import type { Entry } from '../entry.ts';
import {
  cellValue,
  type EditedColumn,
  type GridColumn,
  gridColumns,
  isEdited,
  pathOf,
  statusOf,
  valueAt,
} from '../entry-columns.ts';
import type { ActiveCell } from '../grid/active-cell.ts';
import { entryWords } from '../words.ts';

/** A cell that pasting gives another value. */
export interface PastedCell {
  readonly column: EditedColumn;
  readonly path: string;
  /** What the cell shows before. */
  readonly before: unknown;
  readonly value: unknown;
}

/** An entry of which pasting changes cells. */
export interface PastedEntry {
  readonly entry: Entry;
  readonly cells: readonly PastedCell[];
}

/** Cells that are not pasted, and why. */
export type NotPasted =
  | { readonly why: 'column'; readonly column: GridColumn; readonly count: number }
  /** There are no more columns, or rows. */
  | { readonly why: 'columns' | 'rows'; readonly count: number }
  /** This person may not change it. */
  | { readonly why: 'readOnly'; readonly entryNumber: number; readonly columns: readonly EditedColumn[] }
  | {
      readonly why: 'value';
      readonly entryNumber: number;
      readonly column: EditedColumn;
      readonly text: string;
      readonly message: string;
    };

/** What pasting will do. */
export interface PastePlan {
  readonly changes: readonly PastedEntry[];
  readonly refused: readonly NotPasted[];
  /** How many cells hold already what is pasted. */
  readonly unchanged: number;
}

/** A change that is not saved yet, as far as pasting asks for it. */
type Unsaved = Pick<Edit, 'path' | 'value' | 'state'>;

interface PasteInto {
  /** The rows as they are shown. */
  readonly entries: readonly Entry[];
  readonly start: ActiveCell;
  readonly locale: string;
  readonly language: Language;
  /** What is not saved yet, by entry. */
  readonly unsaved: (entry: Entry) => readonly Unsaved[];
  readonly isReadOnly: (column: GridColumn, entry: Entry) => boolean;
}

/** A state by its name in any language of the console, or as files name it. */
const statusNamed = (text: string): string =>
  entryStatuses.find((status) =>
    [status, ...languages.map((language) => entryWords[language].statuses[status])].some(
      (name) => foldCase(name) === foldCase(text),
    ),
  ) ?? text;

const pastedValue = (column: EditedColumn, text: string): unknown => {
  const value = cellValue(column, text);
  return column === 'status' && typeof value === 'string' ? statusNamed(value) : value;
};

/** What the API would find wrong with an entry, by the path of the field. */
const faultsOf = (entry: Entry, values: readonly Pick<PastedCell, 'path' | 'value'>[], language: Language) => {
  const { translations, artist: { consent, ...artist } = {} } = entry;
  const before = { translations, status: statusOf(entry), ...(entry.artist && { artist }) };
  const parsed = artworkContentSchema.safeParse(mergePatch(before, patchOfEdits(entry, values)), { reportInput: true });
  return parsed.success ? [] : wordErrors(parsed.error.issues.flatMap(issueErrors), language);
};

type Pasted = PastedCell & { readonly text: string };

/** Leaves out what is wrong, until the rest is right: a school cannot stay where the name of the artist was refused. */
const withoutFaults = (entry: Entry, cells: readonly Pasted[], unsaved: readonly Unsaved[], language: Language) => {
  const sent = unsaved.filter(isUnsent);
  const refused: NotPasted[] = [];
  const known = new Set(faultsOf(entry, sent, language).map(({ path }) => path));
  let left = cells;
  while (left.length > 0) {
    const hasAge = left.some(({ column }) => column === 'age');
    const faults = faultsOf(entry, [...sent, ...left], language)
      .filter(({ path }) => !known.has(path))
      // That somebody is no minor is not asked here, but the age says it.
      .map((fault) => (hasAge && fault.path === 'artist.isMinor' ? { ...fault, path: 'artist.ageAtEntry' } : fault));
    const faultOf = ({ path }: Pasted) =>
      faults.find((fault) => fault.path === path) ??
      faults.find(
        (fault) => !left.some((cell) => cell.path === fault.path) && fault.path.split('.')[0] === path.split('.')[0],
      );
    const wrong = left.filter((cell) => faultOf(cell));
    if (wrong.length === 0) break;
    for (const cell of wrong)
      refused.push({
        ...{ why: 'value', entryNumber: entry.entryNumber, column: cell.column, text: cell.text },
        message: faultOf(cell)?.message ?? '',
      });
    left = left.filter((cell) => !wrong.includes(cell));
  }
  return { left, refused };
};

/**
 * What pasting cells would change, beginning at one of the grid; and what it would not, and why. Nothing is changed by
 * it.
 */
export const planPaste = (
  rows: readonly (readonly string[])[],
  { entries, start, locale, language, unsaved, isReadOnly }: PasteInto,
): PastePlan => {
  const changes: PastedEntry[] = [];
  const refused: NotPasted[] = [];
  const outside = { columns: 0, rows: 0 };
  const closed = new Map<GridColumn, number>();
  let unchanged = 0;
  const [top, first] = [entries.findIndex(({ id }) => id === start.id), gridColumns.indexOf(start.column)];
  for (const [n, texts] of rows.entries()) {
    const entry = top < 0 ? undefined : entries[top + n];
    if (!entry) {
      outside.rows += 1;
      continue;
    }
    const pending = unsaved(entry);
    const foreign: EditedColumn[] = [];
    const cells: Pasted[] = [];
    for (const [at, text] of texts.entries()) {
      const column = gridColumns[first + at];
      if (!column || !isEdited(column)) {
        // What is empty there asks for nothing.
        if (text.trim() === '') continue;
        if (column) closed.set(column, (closed.get(column) ?? 0) + 1);
        else outside.columns += 1;
        continue;
      }
      const path = pathOf(column, locale);
      const edit = pending.find((one) => one.path === path);
      const before = edit ? edit.value : column === 'status' ? statusOf(entry) : valueAt(entry, path);
      // A state that is left empty stays, and so does one that follows from the selection.
      const isShown =
        column === 'status' &&
        ['', ...languages.map((one) => entryWords[one].statuses[entry.status])].includes(text.trim());
      const value = isShown ? before : pastedValue(column, text);
      if (isReadOnly(column, entry)) {
        if (text.trim() !== '') foreign.push(column);
      } else if (isSameJson(before, value) || (before === null && value === undefined)) unchanged += 1;
      else cells.push({ column, path, before, value, text });
    }
    if (foreign.length > 0) refused.push({ why: 'readOnly', entryNumber: entry.entryNumber, columns: foreign });
    const checked = withoutFaults(entry, cells, pending, language);
    refused.push(...checked.refused);
    if (checked.left.length > 0) changes.push({ entry, cells: checked.left.map(({ text, ...cell }) => cell) });
  }
  return {
    changes,
    refused: [
      ...[...closed].map(([column, count]) => ({ why: 'column', column, count }) as const),
      ...(['columns', 'rows'] as const).flatMap((why) => (outside[why] > 0 ? [{ why, count: outside[why] }] : [])),
      ...refused,
    ],
    unchanged,
  };
};
