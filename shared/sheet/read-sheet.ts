import type { Language } from '../refusals/language.ts';
import { type Column, columnNames, findColumn } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import { SheetError } from './sheet-error.ts';
import { saySheet } from './words/say-sheet.ts';

/** A row of the sheet that is not empty. */
export interface SheetRow {
  /** As the spreadsheet shows it: the header is row 1. */
  readonly row: number;
  /** The cells that are not empty, trimmed, each with its column. */
  readonly cells: readonly { readonly column: Column; readonly text: string }[];
  /** Every column of the sheet: an empty cell in one means that there is no such value. */
  readonly columns: readonly Column[];
}

/** The letters of a column as spreadsheets show them: A, B, ... Z, AA. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const sayKnownColumns = (language: Language): string =>
  saySheet(language, 'knownColumns', { columns: columnNames.join(', ') });

const columnsOf = (header: readonly string[], language: Language): (Column | undefined)[] => {
  const titles = header.map((title) => title.trim());
  const found = titles.map((title) => (title === '' ? undefined : findColumn(title)));
  const unknown = titles.filter((title, index) => title !== '' && !found[index]);
  const names = found.flatMap((column) => column?.name ?? []);
  const isRepeated = (column: Column | undefined) => names.filter((name) => name === column?.name).length > 1;
  const repeated = titles.filter((_, index) => isRepeated(found[index]));
  const faults = [
    ...(unknown.length > 0 ? [saySheet(language, 'unknownColumns', { columns: unknown.join(', ') })] : []),
    ...(repeated.length > 0 ? [saySheet(language, 'repeatedColumns', { columns: repeated.join(', ') })] : []),
    ...(names.includes('file') ? [] : [saySheet(language, 'fileColumnMissing')]),
  ];
  if (faults.length > 0) throw new SheetError(`${faults.join(' ')} ${sayKnownColumns(language)}`);
  return found;
};

/**
 * The rows of a table whose first row names its columns. Throws `SheetError` where one of them is not known, or none is
 * the file's.
 */
export const rowsOfTable = ([header = [], ...rows]: readonly (readonly string[])[], language: Language): SheetRow[] => {
  const columns = columnsOf(header, language);
  const known = columns.filter((column) => column !== undefined);
  return rows.flatMap((values, index) => {
    const row = index + 2;
    const cells = values.flatMap((value, at) => {
      const cell = value.trim().replace(/\r\n?/g, '\n');
      if (cell === '') return [];
      const column = columns[at];
      if (!column) throw new SheetError(saySheet(language, 'unnamedColumn', { row, column: letters(at) }));
      return [{ column, text: cell }];
    });
    return cells.length > 0 ? [{ row, cells, columns: known }] : [];
  });
};

/**
 * A sheet whose first row names nothing that we know. The message does not quote it: where it was left out the cells
 * hold a person's name.
 */
export const noKnownColumn = (language: Language): SheetError =>
  new SheetError(`${saySheet(language, 'noKnownColumn')} ${sayKnownColumns(language)}`);

/** True for the title of a column. */
export const isColumnTitle = (title: string): boolean => findColumn(title) !== undefined;

/** The rows of a sheet in CSV. Throws `SheetError` where the header has an unknown column, or the text is not CSV. */
export const readSheet = (text: string, language: Language): SheetRow[] => {
  const table = csvRecords(text, isColumnTitle, language);
  if (!table) throw noKnownColumn(language);
  return rowsOfTable(table, language);
};
