import { useMemo } from 'react';
import type { KeptRating } from './kept-ratings.ts';
import type { ListedWork } from './use-jury-works.ts';
import { useKeptRatings } from './use-kept-ratings.ts';

/** What the person thinks of each work of a jury: what the API knows, or what has been changed since. */
export interface MyRatings {
  readonly scoreOf: (number: number) => number | undefined;
  readonly commentOf: (number: number) => string;
  /** What waits of a work. */
  readonly keptOf: (number: number) => KeptRating | undefined;
  readonly rate: (number: number, change: { readonly score?: number; readonly comment?: string }) => void;
  readonly drop: (kept: KeptRating) => void;
}

export const useMyRatings = (exhibitionId: string, works: readonly ListedWork[]): MyRatings => {
  const { kept, keep, drop } = useKeptRatings();
  const known = useMemo(() => new Map(works.map((work) => [work.number, work])), [works]);
  const waiting = new Map(
    kept.filter((rating) => rating.exhibitionId === exhibitionId).map((rating) => [rating.number, rating]),
  );
  const scoreOf = (number: number) => waiting.get(number)?.score ?? known.get(number)?.myScore;
  const commentOf = (number: number) => waiting.get(number)?.comment ?? known.get(number)?.myComment ?? '';
  return {
    scoreOf,
    commentOf,
    keptOf: (number) => waiting.get(number),
    rate: (number, change) =>
      keep(
        { exhibitionId, number },
        { score: known.get(number)?.myScore, comment: known.get(number)?.myComment ?? '' },
        change,
      ),
    drop,
  };
};
