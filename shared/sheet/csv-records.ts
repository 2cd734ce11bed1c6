import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Language } from '../refusals/language.ts';
import { SheetError } from './sheet-error.ts';
import { saySheet } from './words/say-sheet.ts';

const delimiters = [',', ';', '\t'] as const;

/** Excel's own first line: what it names separates the cells, and it is no row of the sheet. */
const separatorLine = /^"?sep=([^\r\n"]|"")"?(?:\r\n|\n|\r|$)/i;

const records = (text: string, delimiter: string, to = -1): string[][] =>
  parse(text, { delimiter, to, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });

const knownTitles = (text: string, delimiter: string, isTitle: (title: string) => boolean): number => {
  try {
    return (records(text, delimiter, 1)[0] ?? []).filter(isTitle).length;
  } catch {
    return 0;
  }
};

/**
 * The rows of a CSV, the header first, separated by what its line `sep=;` says, or else by the comma, semicolon or tab
 * that makes most titles of its first row known. `undefined` where no title is known. Throws `SheetError` where the
 * text is no CSV.
 */
export const csvRecords = (
  text: string,
  isTitle: (title: string) => boolean,
  language: Language,
): string[][] | undefined => {
  const [line = '', said] = separatorLine.exec(text) ?? [];
  const rest = text.slice(line.length);
  const [delimiter = ','] = said
    ? [said]
    : delimiters.toSorted((a, b) => knownTitles(rest, b, isTitle) - knownTitles(rest, a, isTitle));
  if (knownTitles(rest, delimiter, isTitle) === 0) return undefined;
  try {
    return records(rest, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Without its message, which may quote the row.
    const row = typeof error.records === 'number' ? error.records + 1 : undefined;
    throw new SheetError(saySheet(language, 'unmatchedQuotes', { row }));
  }
};
