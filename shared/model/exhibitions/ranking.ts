import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { paragraphsOfText } from '../text/text.ts';

/** Points that one member of the staff gives to an entry. */
export const scoreSchema = z
  .int()
  .min(1, issueCode('outOfRange', { min: 1, max: 10 }))
  .max(10, issueCode('outOfRange', { min: 1, max: 10 }));

/** What a juror writes beside the points, for the jury. */
export const commentSchema = paragraphsOfText(2_000);

/** One member's points for one entry. */
export interface Rating {
  readonly artworkId: string;
  readonly by: string;
  readonly score: number;
  /** For the jury and the editors. */
  readonly comment?: string;
}

/** An entry at its place: by its mean score, then by the number of ratings, then by entry number. */
export interface RankedEntry {
  readonly artworkId: string;
  readonly entryNumber: number;
  /** Rounded to hundredths; 0 without a rating. */
  readonly mean: number;
  readonly ratings: number;
  /** How far those who have rated it are apart; absent without a rating. */
  readonly lowest?: number;
  readonly highest?: number;
}

/** Entries in the order of their ratings, best first. */
export const rank = (
  entries: readonly { readonly id: string; readonly entryNumber: number }[],
  ratings: readonly Rating[],
): RankedEntry[] => {
  const scores = Map.groupBy(ratings, ({ artworkId }) => artworkId);
  const ranked = entries.map(({ id, entryNumber }) => {
    const given = (scores.get(id) ?? []).map(({ score }) => score);
    if (given.length === 0) return { artworkId: id, entryNumber, mean: 0, ratings: 0 };
    const sum = given.reduce((total, score) => total + score, 0);
    const spread = { lowest: Math.min(...given), highest: Math.max(...given) };
    return { artworkId: id, entryNumber, mean: sum / given.length, ratings: given.length, ...spread };
  });
  return ranked
    .sort((a, b) => b.mean - a.mean || b.ratings - a.ratings || a.entryNumber - b.entryNumber)
    .map((entry) => ({ ...entry, mean: Math.round(100 * entry.mean) / 100 }));
};
