import type { Table } from '../../aws/table.ts';

/** The showcase is read at half the price, and may be a moment behind; a read that may not be says so. */
export const showcaseTable: Table = { variable: 'showcaseTable', isConsistent: false, indexes: {} };
