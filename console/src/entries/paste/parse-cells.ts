import { CsvError, parse } from 'csv-parse/browser/esm/sync';

const records = (text: string, hasQuotes: boolean): string[][] =>
  parse(text, {
    delimiter: '\t',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    ...(hasQuotes ? { relax_quotes: true } : { quote: false }),
  });

/**
 * The cells of a text that a spreadsheet has put on the clipboard: lines of cells between tabs. A cell with line breaks
 * or tabs in it stands between quotation marks; where one has no second mark, all are letters like others.
 */
export const parseCells = (text: string): string[][] => {
  try {
    return records(text, true);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return records(text, false);
  }
};
