import type { AnswerOf } from '../api/api.ts';

/** A member of the jury of an exhibition, with how many works they have rated. */
export type Juror = AnswerOf<'listJurors'>['items'][number];
