import { isDeepStrictEqual } from 'node:util';
import { batchesOf } from '../../aws/batches-of.ts';
import { isFaultOfData } from '../../aws/is-fault-of-data.ts';
import { StoreBusyError, type Write } from '../../aws/transaction.ts';
import {
  type Change,
  lotsOf,
  type Open,
  planSearchChanges,
  postingsBetweenNotes,
  type UnreadableEntry,
} from './plan-search-changes.ts';
import type { IndexedContent } from './search-postings.ts';
import { recordIdOf, searchRecordRemoval, searchRecordWrite } from './search-record.ts';
import { readHeads } from './search-texts.ts';
import { writePostings, writeRecords } from './search-writes.ts';
import type { Searchable } from './searchable.ts';

const attempts = 20;

/** There was no time for all entries. What was done is kept, so that the next attempt goes on from there. */
class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/**
 * Makes the search index hold of events and exhibitions what is public of them now: the same however often and in
 * whatever order it is called. A worker that finds another at the same entry begins again, and cleans up what both have
 * written. The entries are read and written together, a few thousand postings at a time; before each next lot it asks
 * `hasTime`. Gives those that cannot be read. Throws `StoreBusyError`, `OutOfTimeError`.
 */
export const updateSearchEntries = async (
  items: readonly Searchable[],
  now: Date,
  hasTime: () => boolean = () => true,
): Promise<UnreadableEntry[]> => {
  const unreadable: UnreadableEntry[] = [];
  let open: Open[] = items.map((item) => ({ item, suspects: [] }));
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > attempts) {
      const ids = open.map(({ item }) => item.id).join(', ');
      throw new StoreBusyError(`The search index of ${ids} was written by others ${attempts} times.`);
    }
    const planned = await planSearchChanges(open, now, unreadable);
    open = [];
    for (const [n, lot] of lotsOf(planned).entries()) {
      if (n > 0) requireTime(hasTime);
      open.push(...(await carryOutReadable(lot, now, hasTime, unreadable)));
    }
    open.push(...(await overtaken(planned, open)));
  }
  return unreadable;
};

/**
 * An entry that the table can never take, as it is too large, does not keep the others of its lot from being written.
 */
const carryOutReadable = async (
  lot: readonly Change[],
  now: Date,
  hasTime: () => boolean,
  unreadable: UnreadableEntry[],
): Promise<Open[]> => {
  try {
    return await carryOut(lot, hasTime);
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    const [first, ...others] = lot;
    if (first && others.length === 0) unreadable.push({ item: first.item, error });
    else for (const { item } of lot) unreadable.push(...(await updateSearchEntries([item], now, hasTime)));
    return [];
  }
};

/**
 * Those of which something else is public by now. Whoever came with it may have found nothing to do, as the index was
 * still what it is to be now: it is for the one who has changed it to look again.
 */
const overtaken = async (changes: readonly Change[], open: readonly Open[]): Promise<Open[]> => {
  const done = changes.filter((change) => !open.some(({ item }) => item === change.item));
  const heads = await readHeads(done.map(({ item }) => item));
  return done.filter(({ head }, n) => !isDeepStrictEqual(head, heads[n])).map(({ item }) => ({ item, suspects: [] }));
};

const requireTime = (hasTime: () => boolean): void => {
  if (!hasTime()) throw new OutOfTimeError('There is no time to index the rest.');
};

/**
 * Old postings are deleted, the records are replaced, new postings are written: a record names every posting at any
 * moment. Gives the entries at which others were met.
 */
const carryOut = async (lot: readonly Change[], hasTime: () => boolean): Promise<Open[]> => {
  const met: Open[] = [];
  /** Writes records, and gives the changes whose record nobody else has written, with their new stamps. */
  const keep = async (
    changes: readonly Change[],
    next: (change: Change) => { readonly write: Write; readonly stamp: string | undefined } | undefined,
  ): Promise<Change[]> => {
    const steps = changes.map((change) => ({ change, step: next(change) }));
    const writes = steps.flatMap(({ step }) => step?.write ?? []);
    const outcomes = (await writeRecords(writes)).values();
    return steps.flatMap(({ change, step }) => {
      if (!step) return [change];
      if (outcomes.next().value) return [{ ...change, stamp: step.stamp }];
      const { item, suspects, record, wanted } = change;
      met.push({ item, suspects: [...suspects, ...(record ? [record.listed] : []), ...(wanted ? [wanted] : [])] });
      return [];
    });
  };
  const unsettled = ({ item, stamp }: Change, listed: IndexedContent, written: number) =>
    searchRecordWrite(recordIdOf(item), { listed, settled: false, written }, stamp);

  let going = await keep(lot, (change) => change.record && unsettled(change, change.record.listed, change.from));
  await writePostings(going.flatMap(({ removed }) => removed));
  going = await keep(going, (change) => change.wanted && unsettled(change, change.wanted, change.from));
  const [first, ...others] = going;
  if (first && others.length === 0) going = await addWide(first, keep, unsettled, hasTime);
  else await writePostings(going.flatMap(({ added }) => added));
  await keep(going, ({ item, wanted, stamp }) => {
    if (wanted) return searchRecordWrite(recordIdOf(item), { listed: wanted, settled: true }, stamp);
    return stamp === undefined ? undefined : { write: searchRecordRemoval(recordIdOf(item), stamp), stamp: undefined };
  });
  return met;
};

type Keep = (
  changes: readonly Change[],
  next: (change: Change) => { readonly write: Write; readonly stamp: string },
) => Promise<Change[]>;

/** Adds the postings of one text, which may be more than there is time for: notes now and then how far it has come. */
const addWide = async (
  change: Change,
  keep: Keep,
  unsettled: (change: Change, listed: IndexedContent, written: number) => { write: Write; stamp: string },
  hasTime: () => boolean,
): Promise<Change[]> => {
  const { wanted, added, from } = change;
  let current = change;
  for (const [n, part] of batchesOf(added, postingsBetweenNotes).entries()) {
    if (n > 0 && wanted) {
      const written = from + n * postingsBetweenNotes;
      const [kept] = await keep([current], (one) => unsettled(one, wanted, written));
      if (!kept) return [];
      current = kept;
      requireTime(hasTime);
    }
    await writePostings(part);
  }
  return [current];
};
