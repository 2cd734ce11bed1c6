import type { AnswerOf } from '../api/api.ts';

/** An entry in the ranking. */
export type RankedWork = AnswerOf<'getRanking'>['items'][number];

/** By what an entry is selected: its id, or while the rating is blind its number in the jury. */
export const keyOf = ({ artworkId, number }: RankedWork): string => artworkId ?? String(number);

/** The number that staff call an entry by: that of the jury while the rating is blind. */
export const numberOf = ({ entryNumber, number }: RankedWork): number => number ?? entryNumber ?? 0;
