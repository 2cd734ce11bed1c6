import type { Place, Places } from './search-list.ts';

/** The places that all lists have: each is asked for its next place before the oldest that another one has answered. */
export const allOf = (lists: readonly Places[]): Places => ({
  seek: async (from) => {
    for (let place = from; ; ) {
      const places: Place[] = [];
      for (const next of await Promise.all(lists.map((list) => list.seek(place)))) {
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

/** The places that any of the lists has. */
export const anyOf = (lists: readonly Places[]): Places => ({
  seek: async (place) => {
    const found = await Promise.all(lists.map((list) => list.seek(place)));
    return found.reduce((newest, one) => (!one || (newest && newest.before >= one.before) ? newest : one), undefined);
  },
  isPassed: (place) => lists.every((list) => list.isPassed(place)),
});
