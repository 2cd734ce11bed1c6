/**
 * What is wrong with a row of the sheet, or with a file of the folder. It holds no names: row, file and column are
 * enough.
 */
export interface SheetProblem {
  /** As the spreadsheet shows it: the header is row 1. */
  readonly row?: number | undefined;
  readonly file?: string | undefined;
  readonly column?: string | undefined;
  readonly message: string;
}
