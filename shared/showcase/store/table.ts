import type { Table } from '../../aws/table.ts';

/** The showcase is read eventually consistently, at half the price; a read that must be consistent says so. */
export const showcaseTable: Table = { variable: 'showcaseTable', isConsistent: false, indexes: {} };
