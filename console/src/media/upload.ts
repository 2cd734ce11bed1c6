import type { AnswerOf } from '../api/api.ts';

export type Upload = AnswerOf<'getUpload'>;

/** An upload in a list, with where it is used. */
export type ListedUpload = AnswerOf<'listUploads'>['items'][number];
