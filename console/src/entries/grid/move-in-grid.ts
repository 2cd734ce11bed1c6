import type { Entry } from '../entry.ts';
import { gridColumns } from '../entry-columns.ts';
import type { ActiveCell } from './active-cell.ts';

/** How many rows a page is for the keys. */
const pageRows = 10;

/** The cell that a key leads to, as in every grid (ARIA Authoring Practices); undefined where it is no such key. */
export const cellAfterKey = (
  { key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  { id, column }: ActiveCell,
  entries: readonly Pick<Entry, 'id'>[],
): ActiveCell | undefined => {
  const row = entries.findIndex((entry) => entry.id === id);
  const at = gridColumns.indexOf(column);
  const isFar = ctrlKey || metaKey;
  const last = { row: entries.length - 1, column: gridColumns.length - 1 };
  const to = {
    ArrowDown: [isFar ? last.row : row + 1, at],
    ArrowUp: [isFar ? 0 : row - 1, at],
    PageDown: [row + pageRows, at],
    PageUp: [row - pageRows, at],
    ArrowRight: [row, at + 1],
    ArrowLeft: [row, at - 1],
    Home: [isFar ? 0 : row, 0],
    End: [isFar ? last.row : row, last.column],
  }[key];
  if (!to) return undefined;
  const [wantedRow = 0, wantedColumn = 0] = to;
  const entry = entries[Math.max(0, Math.min(wantedRow, last.row))];
  const target = gridColumns[Math.max(0, Math.min(wantedColumn, last.column))];
  return entry && target && { id: entry.id, column: target };
};
