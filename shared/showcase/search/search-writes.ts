import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { writeMany } from '../../aws/write-many.ts';
import { showcaseTable } from '../store/table.ts';

/** How many calls are on their way at the same time. */
const concurrency = 8;

/** Writes or deletes postings, whatever they are of. Throws `StoreBusyError`. */
export const writePostings = (writes: readonly Write[]): Promise<void> => writeMany(showcaseTable, writes);

/** How many records one transaction writes. Large ones come alone: a transaction holds 4 MB. */
const recordsTogether = 12;

const writeAlone = async (writes: readonly Write[]): Promise<boolean[]> =>
  mapWithConcurrency(writes, concurrency, writeItem);

/**
 * Writes records, each under its own condition: tells of each whether its condition held. They go together as long as
 * all conditions hold, which is almost always: in an import this is a twelfth of the calls.
 */
export const writeRecords = async (writes: readonly Write[]): Promise<boolean[]> => {
  const outcomes = await mapWithConcurrency(batchesOf(writes, recordsTogether), concurrency, async (batch) => {
    if (batch.length === 1) return writeAlone(batch);
    try {
      await writeTogether(batch);
      return batch.map(() => true);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError)) throw error;
      return writeAlone(batch);
    }
  });
  return outcomes.flat();
};
