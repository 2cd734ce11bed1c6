import type { PostingList, PostingPosition, PostingSource, ReadPostings } from './search-list.ts';

/**
 * The places that all lists have: each is asked for its next place before the oldest that another one has answered. A
 * list that was skipped is asked only for the places that another one is known to have.
 */
export const allOf = (lists: readonly PostingList[]): PostingSource => ({
  seek: async (from) => {
    for (let place = from; ; ) {
      const places: PostingPosition[] = [];
      const seek = (list: PostingList) => list.seek(place, (before) => knownOfOthers(lists, list, before));
      for (const next of await Promise.all(lists.map(seek))) {
        if (!next) return undefined;
        places.push(next);
      }
      const oldest = places.reduce((one, other) => (other.before < one.before ? other : one));
      if (places.some(({ at }) => at === undefined)) return { before: oldest.before };
      if (places.every(({ at }) => at === oldest.at)) return oldest;
      place = oldest.before;
    }
  },
  isPassed: (place) => lists.some((list) => list.isPassed(place)),
});

/** The other list whose known places are the fewest. */
const knownOfOthers = (lists: readonly PostingList[], list: PostingList, place: string): ReadPostings | undefined =>
  lists
    .flatMap((other) => (other === list ? [] : (other.known(place) ?? [])))
    .toSorted((one, other) => one.sortKeys.length - other.sortKeys.length)[0];

/** The places that any of the lists has. */
export const anyOf = (lists: readonly PostingSource[]): PostingSource => ({
  seek: async (place) => {
    const found = await Promise.all(lists.map((list) => list.seek(place)));
    return found.reduce((newest, one) => (!one || (newest && newest.before >= one.before) ? newest : one), undefined);
  },
  isPassed: (place) => lists.every((list) => list.isPassed(place)),
});
