import { csvOf } from './csv-of.ts';
import { saveFile } from './save-file.ts';

/** Gives a person rows as a file for a spreadsheet. */
export const saveSheet = (name: string, rows: Parameters<typeof csvOf>[0]): void =>
  saveFile(name, 'text/csv;charset=utf-16le', csvOf(rows));
