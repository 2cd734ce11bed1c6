import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { updateSearchEntries } from '../../shared/showcase/search/update-search-entries.ts';

/** How long the last lot of postings may take before the function is ended, in milliseconds. */
const reserve = 20_000;

/**
 * Updates the search index: each event and exhibition of the changes is indexed once, as it is public now. Gives the
 * last record of each that cannot be indexed because it is unreadable. `remaining` tells how many milliseconds are
 * left; where they are too few for all, it throws `OutOfTimeError`, and the next attempt goes on from there.
 */
export const updateSearchIndex = async (
  changes: readonly StreamChange[],
  remaining: () => number,
): Promise<UnprocessableRecord[]> => {
  const last = new Map(changes.map(({ change: { kind, id }, record }) => [`${kind} ${id}`, { kind, id, record }]));
  // Artworks last: there are many of them, and what is new is found sooner.
  const artworks = [...last.values()].flatMap(({ kind, id }) =>
    kind === 'exhibition' ? [{ kind: 'artworks' as const, id }] : [],
  );
  const unreadable = await updateSearchEntries(
    [...last.values(), ...artworks],
    new Date(),
    () => remaining() > reserve,
  );
  const records = unreadable.map(({ item, error }) => {
    const one = last.get(`${item.kind === 'artworks' ? 'exhibition' : item.kind} ${item.id}`);
    return [one?.record, error] as const;
  });
  return [...new Map(records)].flatMap(([record, error]) => (record ? [{ record, error }] : []));
};
