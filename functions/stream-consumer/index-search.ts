import { inLanes } from '../../shared/aws/in-lanes.ts';
import { isFaultOfData } from '../../shared/aws/is-fault-of-data.ts';
import type { RecordedChange, UnfollowedRecord } from '../../shared/showcase/changes/changes.ts';
import { indexSearch } from '../../shared/showcase/search/index-search.ts';

/** How many events and exhibitions are indexed at the same time. */
const lanes = 4;

/**
 * Keeps the search index: each event and exhibition of the changes is indexed once, as it is public now. Gives the last record of each
 * that cannot be indexed, since something of it cannot be read.
 */
export const indexForSearch = async (changes: readonly RecordedChange[]): Promise<UnfollowedRecord[]> => {
  const items = new Map(changes.map((one) => [`${one.change.kind} ${one.change.id}`, one]));
  const outcomes = await inLanes([...items.values()], lanes, async ({ change: { kind, id }, record }) => {
    try {
      await indexSearch({ kind, id }, new Date());
      return [];
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      return [{ record, error }];
    }
  });
  return outcomes.flat();
};
