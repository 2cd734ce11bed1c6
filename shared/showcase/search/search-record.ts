import { randomUUID } from 'node:crypto';
import { toDocument } from '../../aws/document.ts';
import { getMany } from '../../aws/get-many.ts';
import { type Item, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { projectedDocument } from '../store/projection.ts';
import { showcaseTable } from '../store/table.ts';
import { type IndexedContent, indexedContentSchema } from './search-postings.ts';
import type { Searchable } from './searchable.ts';

/**
 * The record of what the search index holds of an event or an exhibition. It always names every posting that exists;
 * where it is `settled`, every posting that it names exists.
 */
export interface SearchRecord {
  readonly listed: IndexedContent;
  readonly settled: boolean;
  /** How many of its postings, in the order of `postingsOf`, exist for certain before it is settled. */
  readonly written: number;
  /** Different after each write. */
  readonly stamp: string;
}

const key = (id: string) => keyOf(`SEARCHED#${id}`, 'SEARCHED');

const read = ({ listed, settled, written, stamp }: Item): SearchRecord => ({
  listed: projectedDocument(indexedContentSchema, listed),
  settled: settled?.BOOL === true,
  written: Number(written?.N ?? 0),
  stamp: stamp?.S ?? '',
});

/** What a record is of: an event, an exhibition, or (`#ARTWORKS`) the artworks of one. */
export const recordIdOf = ({ kind, id }: Searchable): string => (kind === 'artworks' ? `${id}#ARTWORKS` : id);

/** The stored records by their ids; none where nothing of one is in the index. */
export const readSearchRecords = async (ids: readonly string[]): Promise<Map<string, Item>> => {
  const items = await getMany(showcaseTable, ids.map(key), { isConsistent: true });
  return new Map(items.map((item) => [String(item.pk?.S).slice(key('').pk.S.length), item]));
};

/** What a stored record says. Throws where it cannot be read. */
export const parseSearchRecord = (item: Item | undefined): SearchRecord | undefined => item && read(item);

/** A write of the record in place of the one with the stamp `before`, or of none; and the stamp that it will have. */
export const searchRecordWrite = (
  id: string,
  { listed, settled, written = 0 }: Pick<SearchRecord, 'listed' | 'settled'> & { readonly written?: number },
  before: string | undefined,
): { readonly write: Write; readonly stamp: string } => {
  const stamp = randomUUID();
  const progress: Item = written > 0 ? { written: { N: String(written) } } : {};
  const item = { ...key(id), listed: toDocument(listed), settled: { BOOL: settled }, ...progress, stamp: { S: stamp } };
  return { write: putWrite(showcaseTable, item, unchanged('stamp', before)), stamp };
};

/** A write that deletes the record with the stamp `before`. */
export const searchRecordRemoval = (id: string, before: string): Write =>
  deleteWrite(showcaseTable, key(id), unchanged('stamp', before));
