import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCommon } from '../console-context.ts';
import { now } from '../session/clock.ts';
import {
  changedRating,
  type KeptRating,
  keepRating,
  keptRatingsOf,
  type Points,
  replaceRating,
} from './kept-ratings.ts';

export const keptKey = (person: string) => ['kept-ratings', person] as const;

const isOf =
  (one: KeptRating) =>
  (other: KeptRating): boolean =>
    one.exhibitionId === other.exhibitionId && one.mark === other.mark;

/**
 * What the person has rated and the API does not have yet, and ways to add to it and to take from it: shown at once,
 * and kept on the device.
 */
export const useKeptRatings = () => {
  const { person } = useCommon();
  const queries = useQueryClient();
  const { data: kept = [] } = useQuery({
    queryKey: keptKey(person.id),
    // They are on the device.
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => keptRatingsOf(person.id),
  });
  const show = (change: (before: readonly KeptRating[]) => KeptRating[]) =>
    queries.setQueryData<KeptRating[]>(keptKey(person.id), (before = []) => change(before));
  return {
    kept,
    /**
     * Changes what waits of a work, or the rating that the API has of it. What was changed a moment ago may not be on
     * the screen yet. Without a database it is kept as long as the page is open.
     */
    keep: (
      work: Pick<KeptRating, 'exhibitionId' | 'number' | 'mark'>,
      known: Points,
      change: Partial<Points>,
    ): void => {
      const whose = { ...work, person: person.id, writtenAt: now().toISOString() };
      const present = queries.getQueryData<KeptRating[]>(keptKey(person.id))?.find(isOf({ ...whose, comment: '' }));
      const rating = changedRating(whose, present, known, change);
      show((before) => [...before.filter((one) => !isOf(rating)(one)), rating]);
      void keepRating(rating).catch(() => {});
    },
    drop: (rating: KeptRating): void => {
      show((before) => before.filter((one) => !isOf(rating)(one)));
      void replaceRating(rating).catch(() => {});
    },
  };
};
