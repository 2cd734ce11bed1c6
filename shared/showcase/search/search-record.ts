import { randomUUID } from 'node:crypto';
import { toDocument } from '../../aws/document.ts';
import { getItem, type Item, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { projectedDocument } from '../store/projection.ts';
import { showcaseTable } from '../store/table.ts';
import { type IndexedContent, indexedContentSchema } from './search-postings.ts';

/**
 * The record of what the search index holds of an event or an exhibition. It always names every posting that exists;
 * where it is `settled`, every posting that it names exists.
 */
export interface SearchRecord {
  readonly listed: IndexedContent;
  readonly settled: boolean;
  /** Different after each write. */
  readonly stamp: string;
}

/** Another worker has written the record meanwhile. */
export class ConcurrentModificationError extends Error {
  override readonly name = 'ConcurrentModificationError';
}

const key = (id: string) => keyOf(`SEARCHED#${id}`, 'SEARCHED');

/** The record of an event or an exhibition, by its id; none where nothing of it is in the index. */
export const readSearchRecord = (id: string): Promise<SearchRecord | undefined> => {
  const read = ({ listed, settled, stamp }: Item): SearchRecord => ({
    listed: projectedDocument(indexedContentSchema, listed),
    settled: settled?.BOOL === true,
    stamp: stamp?.S ?? '',
  });
  return getItem(showcaseTable, key(id), read, { isConsistent: true });
};

const writeUnlessModified = async (write: Write): Promise<void> => {
  if (!(await writeItem(write))) throw new ConcurrentModificationError('Another worker has written the record.');
};

/**
 * Writes the record in place of the one with the stamp `before`, or of none, and gives its own stamp. Throws
 * `ConcurrentModificationError`.
 */
export const saveSearchRecord = async (
  id: string,
  listed: IndexedContent,
  settled: boolean,
  before: string | undefined,
): Promise<string> => {
  const stamp = randomUUID();
  const item = { ...key(id), listed: toDocument(listed), settled: { BOOL: settled }, stamp: { S: stamp } };
  await writeUnlessModified(putWrite(showcaseTable, item, unchanged('stamp', before)));
  return stamp;
};

/** Deletes the record with the stamp `before`. Throws `ConcurrentModificationError`. */
export const deleteSearchRecord = (id: string, before: string): Promise<void> =>
  writeUnlessModified(deleteWrite(showcaseTable, key(id), unchanged('stamp', before)));
