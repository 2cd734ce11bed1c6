import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { isFaultOfData } from '../../shared/aws/is-fault-of-data.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { updateSearchEntry } from '../../shared/showcase/search/update-search-entry.ts';

/** How many events and exhibitions are indexed at the same time. */
const concurrency = 4;

/**
 * Updates the search index: each event and exhibition of the changes is indexed once, as it is public now. Gives the
 * last record of each that cannot be indexed because it is unreadable.
 */
export const updateSearchIndex = async (changes: readonly StreamChange[]): Promise<UnprocessableRecord[]> => {
  const items = new Map(changes.map((one) => [`${one.change.kind} ${one.change.id}`, one]));
  const outcomes = await mapWithConcurrency(
    [...items.values()],
    concurrency,
    async ({ change: { kind, id }, record }) => {
      try {
        await updateSearchEntry({ kind, id }, new Date());
        return [];
      } catch (error) {
        if (!isFaultOfData(error)) throw error;
        return [{ record, error }];
      }
    },
  );
  return outcomes.flat();
};
