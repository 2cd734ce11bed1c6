import { useEffect, useEffectEvent, useMemo } from 'react';
import { changesOf, type KeptRating } from './kept-ratings.ts';
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
  const changeOf = (number: number): ReturnType<typeof changesOf> => {
    const rating = waiting.get(number);
    return rating ? changesOf(rating) : {};
  };
  const scoreOf = (number: number) => changeOf(number).score ?? known.get(number)?.myScore;
  const commentOf = (number: number) => {
    const { comment } = changeOf(number);
    return (comment === undefined ? known.get(number)?.myComment : waiting.get(number)?.comment) ?? '';
  };
  const rate: MyRatings['rate'] = (number, change) => {
    const { myScore: score, myComment: comment = '' } = known.get(number) ?? {};
    keep({ exhibitionId, number }, { score, comment }, change);
  };
  // A comment without points can be sent once they were given elsewhere.
  const sendable = kept.find(
    ({ exhibitionId: id, number, score }) =>
      id === exhibitionId && score === undefined && known.get(number)?.myScore !== undefined,
  );
  const takePoints = useEffectEvent(({ number }: KeptRating) => rate(number, {}));
  useEffect(() => {
    if (sendable) takePoints(sendable);
  }, [sendable]);
  return {
    scoreOf,
    commentOf,
    keptOf: (number) => waiting.get(number),
    rate,
    drop,
  };
};
