import { isDeepStrictEqual } from 'node:util';
import { isFaultOfData } from '../../aws/is-fault-of-data.ts';
import type { Item } from '../../aws/table.ts';
import type { Write } from '../../aws/transaction.ts';
import { itemRemoval, itemWrite } from '../store/write.ts';
import { type IndexedContent, isCurrentIndexVersion, postingsOf } from './search-postings.ts';
import { parseSearchRecord, readSearchRecords, recordIdOf, type SearchRecord } from './search-record.ts';
import { readSearchables } from './search-texts.ts';
import type { Searchable } from './searchable.ts';

/**
 * How many postings are written before it is noted how far the work has come: a tenth of what the widest texts have.
 */
export const postingsBetweenNotes = 2000;

/** One that cannot be indexed, however often it is tried, since what is stored of it is unreadable. */
export interface UnreadableEntry {
  readonly item: Searchable;
  readonly error: unknown;
}

/**
 * An entry at which others were found, with content whose postings may be left though the record no longer names them.
 */
export interface Open {
  readonly item: Searchable;
  readonly suspects: readonly IndexedContent[];
}

/** What is to be done for an entry. */
export interface Change extends Open {
  /** The item that said what is public. */
  readonly head: Item | undefined;
  readonly record: SearchRecord | undefined;
  readonly wanted: IndexedContent | undefined;
  readonly removed: readonly Write[];
  /** All postings of what is wanted, in their order, from `from` on; without those that exist as they are to be. */
  readonly added: readonly Write[];
  /** How many postings in that order exist already, where an earlier worker has come so far. */
  readonly from: number;
  /** The stamp of the record, as it was last written or read. */
  readonly stamp: string | undefined;
}

/**
 * The records are read first. What is public is then at least as new, and a worker with newer content finds the record
 * changed.
 */
export const planSearchChanges = async (
  open: readonly Open[],
  now: Date,
  unreadable: UnreadableEntry[],
): Promise<Change[]> => {
  const records = await readSearchRecords(open.map(({ item }) => recordIdOf(item)));
  const searchables = await readSearchables(
    open.map(({ item }) => item),
    now,
  );
  return open.flatMap((one, n) => {
    try {
      const record = parseSearchRecord(records.get(recordIdOf(one.item)));
      const finding = searchables[n];
      return changeOf(one, record, finding?.head, finding?.read());
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      unreadable.push({ item: one.item, error });
      return [];
    }
  });
};

/** None where everything is as it is to be. */
const changeOf = (
  { item, suspects }: Open,
  record: SearchRecord | undefined,
  head: Item | undefined,
  wanted: IndexedContent | undefined,
): Change[] => {
  const isCurrent = (!record || isCurrentIndexVersion(record.listed)) && suspects.length === 0;
  const isSound = isCurrent && (!record || record.settled);
  const isSame = isDeepStrictEqual(record?.listed, wanted);
  if (isSound && isSame) return [];
  const old = new Map(
    [...suspects, ...(record ? [record.listed] : [])].flatMap((one) => [...postingsOf(item.id, one)]),
  );
  const next = wanted ? postingsOf(item.id, wanted) : new Map<never, never>();
  const from = isCurrent && isSame && record ? record.written : 0;
  return [
    {
      ...{ item, suspects, record, head, wanted, from, stamp: record?.stamp },
      removed: [...old].flatMap(([key, posting]) => (next.has(key) ? [] : [itemRemoval(posting)])),
      added: [...next]
        .slice(from)
        .flatMap(([key, posting]) => (isSound && isDeepStrictEqual(old.get(key), posting) ? [] : [itemWrite(posting)])),
    },
  ];
};

/** Changes in their order, together as long as they are of few postings. */
export const lotsOf = (changes: readonly Change[]): Change[][] => {
  const lots: Change[][] = [];
  let postings = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const size = change.removed.length + change.added.length;
    if (postings + size > postingsBetweenNotes) {
      lots.push([]);
      postings = 0;
    }
    lots.at(-1)?.push(change);
    postings += size;
  }
  return lots;
};
