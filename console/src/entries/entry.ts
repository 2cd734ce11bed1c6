import type { AnswerOf } from '../api/api.ts';

/** An entry of an exhibition, as a list of the API shows it to the staff. */
export type Entry = AnswerOf<'listStaffArtworks'>['items'][number];

/** Two entries that look alike. */
export type Likeness = AnswerOf<'listDuplicates'>['items'][number];
