import type { staffWords as all } from './staff-words.ts';

/** Stands for the words for staff where no staff is answered. */
export const staffWords: typeof all = undefined;
