import type { Language } from '../refusals/language.ts';
import { decodeSheet } from './decode-sheet.ts';
import { isColumnTitle, noKnownColumn, readSheet, rowsOfTable, type SheetRow } from './read-sheet.ts';

/** A zip archive, as workbooks since 2007 are. */
const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 0x03, 0x04].every((byte, n) => bytes[n] === byte);

/**
 * The rows of a sheet, CSV or the first sheet of a workbook (XLSX). Throws `SheetError` where it cannot be read or has
 * a column that is not known.
 */
export const readSheetFile = async (bytes: Uint8Array, language: Language): Promise<SheetRow[]> => {
  if (!isZip(bytes)) return readSheet(decodeSheet(bytes, language), language);
  // Most sheets are CSV: what reads workbooks is loaded for those that are none.
  const { readWorkbook } = await import('./read-workbook.ts');
  const table = await readWorkbook(bytes, language);
  if (!table[0]?.some(isColumnTitle)) throw noKnownColumn(language);
  return rowsOfTable(table, language);
};
