import type { GridColumn } from '../entry-columns.ts';

/** The cell that has the focus, or would get it. */
export interface ActiveCell {
  readonly id: string;
  readonly column: GridColumn;
}
