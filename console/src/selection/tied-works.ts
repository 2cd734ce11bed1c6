import { keyOf, type RankedWork } from './ranked-work.ts';

/**
 * What could have been proposed as well as the last that was: entries with the same average and as many ratings. Of
 * these a ranking goes by the number alone, which says nothing of the work.
 */
export const tiedWorks = (ranking: readonly RankedWork[], proposed: readonly string[]): readonly RankedWork[] => {
  const last = ranking.find((work) => keyOf(work) === proposed.at(-1));
  if (!last) return [];
  return ranking.filter(
    (work) =>
      work.obstacle === undefined &&
      work.mean === last.mean &&
      work.ratings === last.ratings &&
      !proposed.includes(keyOf(work)),
  );
};
