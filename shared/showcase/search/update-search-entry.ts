import { isDeepStrictEqual } from 'node:util';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { StoreBusyError, type Write } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import type { PublicChange } from '../store/public-summary.ts';
import { showcaseTable } from '../store/table.ts';
import { itemRemoval, itemWrite, type ShowcaseItem } from '../store/write.ts';
import { type IndexedContent, isCurrentIndexVersion, postingsOf } from './search-postings.ts';
import {
  ConcurrentModificationError,
  deleteSearchRecord,
  readSearchRecord,
  type SearchRecord,
  saveSearchRecord,
} from './search-record.ts';
import { readSearchable } from './search-texts.ts';

const attempts = 6;

/**
 * Makes the search index hold of an event or an exhibition what is public of it now: the same however often and in
 * whatever order it is called. A worker that finds another at the same entry begins again, and cleans up what both have
 * written. Throws `StoreBusyError`.
 */
export const updateSearchEntry = async (item: Pick<PublicChange, 'kind' | 'id'>, now: Date): Promise<void> => {
  /** Content whose postings may be left though the record no longer names them. */
  const suspects: IndexedContent[] = [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    // The record is read first. What is public is then at least as new, and a worker with newer content finds the
    // record changed.
    const record = await readSearchRecord(item.id);
    const wanted = await readSearchable(item, now);
    try {
      return await replace(item.id, record, wanted, suspects);
    } catch (error) {
      if (!(error instanceof ConcurrentModificationError)) throw error;
      suspects.push(...(record ? [record.listed] : []), ...(wanted ? [wanted] : []));
    }
  }
  throw new StoreBusyError(`The search index of ${item.id} was written by others ${attempts} times.`);
};

/**
 * Old postings are deleted, the record is replaced, new postings are written: the record names every posting at any
 * moment.
 */
const replace = async (
  id: string,
  record: SearchRecord | undefined,
  wanted: IndexedContent | undefined,
  suspects: readonly IndexedContent[],
): Promise<void> => {
  const isSound = (!record || (record.settled && isCurrentIndexVersion(record.listed))) && suspects.length === 0;
  if (isSound && isDeepStrictEqual(record?.listed, wanted)) return;
  const old = new Map([...suspects, ...(record ? [record.listed] : [])].flatMap((one) => [...postingsOf(id, one)]));
  const next = wanted ? postingsOf(id, wanted) : new Map<string, ShowcaseItem>();
  const removed = [...old].flatMap(([key, posting]) => (next.has(key) ? [] : [itemRemoval(posting)]));
  const added = [...next].flatMap(([key, posting]) =>
    isSound && isDeepStrictEqual(old.get(key), posting) ? [] : [itemWrite(posting)],
  );

  let stamp = record && (await saveSearchRecord(id, record.listed, false, record.stamp));
  await write(removed);
  if (wanted) {
    stamp = await saveSearchRecord(id, wanted, false, stamp);
    await write(added);
    await saveSearchRecord(id, wanted, true, stamp);
  } else if (stamp !== undefined) {
    await deleteSearchRecord(id, stamp);
  }
};

/** How many batches of one text are on their way at the same time, and of how many postings. */
const concurrency = 4;
const batchSize = 25;

const write = async (writes: readonly Write[]): Promise<void> => {
  const lots = batchesOf(writes, batchSize);
  await mapWithConcurrency(lots, concurrency, (one) => writeMany(showcaseTable, one));
};
