import { useEffect, useEffectEvent } from 'react';
import { changesOf, type KeptRating } from './kept-ratings.ts';
import type { ListedWork } from './use-jury-works.ts';
import { useKeptRatings } from './use-kept-ratings.ts';

/** What the person thinks of each work of a jury: what the API knows, or what has been changed since. */
export interface MyRatings {
  readonly scoreOf: (work: ListedWork) => number | undefined;
  readonly commentOf: (work: ListedWork) => string;
  /** What waits of a work. */
  readonly keptOf: (work: ListedWork) => KeptRating | undefined;
  /**
   * What the API has refused of works that are not there any more, and comments that have waited for points to them:
   * their numbers may mean others by now.
   */
  readonly ofWorksGone: readonly KeptRating[];
  readonly rate: (work: ListedWork, change: { readonly score?: number; readonly comment?: string }) => void;
  readonly drop: (kept: KeptRating) => void;
}

export const useMyRatings = (exhibitionId: string, works: readonly ListedWork[]): MyRatings => {
  const { kept, keep, drop } = useKeptRatings();
  const ofThese = kept.filter((rating) => rating.exhibitionId === exhibitionId);
  const waiting = new Map(ofThese.map((rating) => [rating.mark, rating]));
  const changeOf = ({ mark }: ListedWork): ReturnType<typeof changesOf> => {
    const rating = waiting.get(mark);
    return rating ? changesOf(rating) : {};
  };
  const scoreOf = (work: ListedWork) => changeOf(work).score ?? work.myScore;
  const commentOf = (work: ListedWork) => {
    const { comment } = changeOf(work);
    return (comment === undefined ? work.myComment : waiting.get(work.mark)?.comment) ?? '';
  };
  const rate: MyRatings['rate'] = ({ number, mark, myScore: score, myComment: comment = '' }, change) =>
    keep({ exhibitionId, number, mark }, { score, comment }, change);
  const isWaitingForPoints = ({ mark }: ListedWork): boolean =>
    waiting.has(mark) && waiting.get(mark)?.score === undefined;
  // A comment without points can be sent once they were given elsewhere.
  const sendable = works.find((work) => work.myScore !== undefined && isWaitingForPoints(work));
  const takePoints = useEffectEvent((work: ListedWork) => rate(work, {}));
  useEffect(() => {
    if (sendable) takePoints(sendable);
  }, [sendable]);
  const marks = new Set(works.map(({ mark }) => mark));
  const isStuck = ({ refused, score, comment }: KeptRating): boolean =>
    refused !== undefined || (score === undefined && comment.trim() !== '');
  return {
    scoreOf,
    commentOf,
    keptOf: ({ mark }) => waiting.get(mark),
    ofWorksGone: ofThese.filter((rating) => !marks.has(rating.mark) && isStuck(rating)),
    rate,
    drop,
  };
};
