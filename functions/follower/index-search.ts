import { inLanes } from '../../shared/aws/in-lanes.ts';
import type { PublicChange } from '../../shared/showcase/face.ts';
import { indexSearch } from '../../shared/showcase/index-search.ts';

/** How many events and exhibitions are indexed at the same time. */
const lanes = 4;

/** Keeps the search index: each event and exhibition of the changes is indexed once, as it is public now. */
export const indexForSearch = async (changes: readonly PublicChange[]): Promise<void> => {
  const items = new Map(changes.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
  await inLanes([...items.values()], lanes, (item) => indexSearch(item, new Date()));
};
