import type { SheetWords } from './sheet-params.ts';

/** Rows by their numbers, `3, 5`. */
const rowsOf = (rows: string): string => `${rows.includes(',') ? 'rows' : 'row'} ${rows}`;

/** What is said of a sheet and its rows in English. */
export const en: SheetWords = {
  notInFolder: 'There is no such file in the folder.',
  severalInFolder: ({ count }) => `${count} files in the folder have this name.`,
  noFileInRow: 'The row names no file.',
  notInSheet: 'The file has no row in the sheet.',
  fileOfRows: ({ rows }) => `The file is that of ${rowsOf(rows)} too.`,
  sameBytesAsRows: ({ rows }) => `The file holds the same bytes as that of ${rowsOf(rows)}.`,
  numberOfRows: ({ rows }) => `is that of ${rowsOf(rows)} too`,
  enteredAlready: ({ file, entryNumber }) => `${file} is entered already, with the number ${entryNumber}.`,
  numberOfOtherFile: ({ entryNumber }) => `The entry number ${entryNumber} is taken by another file.`,
  lostLetter: 'holds �: a letter was lost when the sheet was saved',
  neitherYesNorNo: 'is neither yes nor no (nor true, false, 1, 0, bəli, xeyr, да, нет)',
  ambiguousDay:
    'may be either of two days: write 2024-09-01 or 1.9.2024, or say the order in the column\'s title: "consentGrantedOn (d/m/y)"',
  unreadableCell: 'cannot be read',
  unknownColumns: ({ columns }) => `These columns are not known: ${columns}.`,
  repeatedColumns: ({ columns }) =>
    `These columns are there twice, by one name or by an old and a new one: ${columns}.`,
  fileColumnMissing: 'The column "file" is missing.',
  knownColumns: ({ columns }) => `Known are: ${columns}.`,
  noKnownColumn: 'The first row names no column that we know.',
  unnamedColumn: ({ row, column }) => `Row ${row} has a value in column ${column}, which has no name in row 1.`,
  unmatchedQuotes: ({ row }) =>
    `The sheet is no CSV: quotation marks do not match${row === undefined ? '' : ` in row ${row}`}. Save it from the spreadsheet again.`,
  workbook: 'The sheet is a workbook, not CSV.',
  damagedWorkbook: 'The workbook cannot be read: it is damaged, has a password, or is none.',
  utf16: 'The sheet is saved as UTF-16 ("Unicode text"), not as UTF-8.',
  olderEncoding:
    'The sheet is not saved as UTF-8 but in an older encoding such as Windows-1254 or 1251, in which letters would be lost.',
  saveAsCsv:
    'In Excel choose File > Save As > "CSV UTF-8 (Comma delimited)"; in LibreOffice, Save As > Text CSV with the character set "Unicode (UTF-8)".',
  consentNarrowed: 'consent narrowed: written',
  fieldWritten: 'written',
  fieldLeft: 'left as it is',
  resultEntered: 'entered',
  resultUnchanged: 'unchanged',
  resultDiffers: 'differs',
  resultNarrowed: 'narrowed',
  resultUpdated: 'updated',
  resultRejected: 'rejected',
  fileEmpty: 'The file is empty.',
  fileTooLarge: ({ size, most }) => `The file has ${size}; at most ${most} are taken.`,
};
