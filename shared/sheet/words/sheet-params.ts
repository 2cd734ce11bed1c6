/** What is said of a sheet and its rows, with its parameters. */
export interface SheetParams {
  notInFolder: undefined;
  severalInFolder: { readonly count: number };
  noFileInRow: undefined;
  notInSheet: undefined;
  fileOfRows: { readonly rows: string };
  sameBytesAsRows: { readonly rows: string };
  numberOfRows: { readonly rows: string };
  enteredAlready: { readonly file: string; readonly entryNumber: number };
  numberOfOtherFile: { readonly entryNumber: number };
  lostLetter: undefined;
  neitherYesNorNo: undefined;
  ambiguousDay: undefined;
  unreadableCell: undefined;
  unknownColumns: { readonly columns: string };
  repeatedColumns: { readonly columns: string };
  fileColumnMissing: undefined;
  knownColumns: { readonly columns: string };
  noKnownColumn: undefined;
  unnamedColumn: { readonly row: number; readonly column: string };
  unmatchedQuotes: { readonly row: number | undefined };
  workbook: undefined;
  damagedWorkbook: undefined;
  utf16: undefined;
  olderEncoding: undefined;
  saveAsCsv: undefined;
  consentNarrowed: undefined;
  fieldWritten: undefined;
  fieldLeft: undefined;
  resultEntered: undefined;
  resultUnchanged: undefined;
  resultDiffers: undefined;
  resultNarrowed: undefined;
  resultUpdated: undefined;
  resultRejected: undefined;
  fileEmpty: undefined;
  fileTooLarge: { readonly size: string; readonly most: string };
}

export type Wording<P> = P extends undefined ? string : (params: P) => string;

/** Every sentence on sheets in one language. */
export type SheetWords = { readonly [C in keyof SheetParams]: Wording<SheetParams[C]> };
