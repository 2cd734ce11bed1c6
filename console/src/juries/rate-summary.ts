import { rank } from '../../../shared/model/exhibitions/ranking.ts';
import type { AnswerOf } from '../api/api.ts';

export type RatedWork = AnswerOf<'listRatings'>['items'][number];

/** What a jury thinks of a work, in figures. */
export interface RatedSummary {
  readonly work: RatedWork;
  /** From 1; works that are tied have the same. Absent without a rating. */
  readonly place?: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** By how many points the jury differs: `highest` less `lowest`. */
  readonly spread: number;
  /** How many other works have the same mean from as many people: their numbers alone decide which comes first. */
  readonly ties: number;
}

/** The works of a jury in the order of the ranking, as the API ranks them. */
export const summarize = (works: readonly RatedWork[]): RatedSummary[] => {
  const byNumber = new Map(works.map((work) => [String(work.number), work]));
  const entries = works.map(({ number }) => ({ id: String(number), entryNumber: number }));
  const given = works.flatMap(({ number, ratings }) =>
    ratings.map(({ score }) => ({ artworkId: String(number), by: '', score })),
  );
  const ranked = rank(entries, given).flatMap((entry) => {
    const work = byNumber.get(entry.artworkId);
    return work ? [{ ...entry, work }] : [];
  });
  const rankOf = ({ mean, ratings }: { mean: number; ratings: number }) => `${mean} ${ratings}`;
  const groups = Map.groupBy(ranked, rankOf);
  return ranked.map(({ work, mean, ratings, lowest = 0, highest = 0 }) => {
    const group = groups.get(rankOf({ mean, ratings })) ?? [];
    const isRated = ratings > 0;
    return {
      ...{ work, mean, lowest, highest, spread: highest - lowest },
      ...(isRated && { place: ranked.findIndex((one) => rankOf(one) === rankOf({ mean, ratings })) + 1 }),
      ties: isRated ? group.length - 1 : 0,
    };
  });
};

/** Orders in which editors look at what a jury has given. */
export const ratingOrders = ['rank', 'number', 'spread', 'fewest'] as const;

export type RatingOrder = (typeof ratingOrders)[number];

/** The summaries, which come by rank, in another order: equal ones stay as they are. */
export const inOrder = (summaries: readonly RatedSummary[], order: RatingOrder): readonly RatedSummary[] => {
  const by: Record<RatingOrder, (one: RatedSummary) => number> = {
    rank: () => 0,
    number: ({ work }) => work.number,
    spread: ({ spread }) => -spread,
    fewest: ({ work }) => work.ratings.length,
  };
  return summaries.toSorted((one, other) => by[order](one) - by[order](other));
};
