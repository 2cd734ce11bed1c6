import type { Content } from './content.ts';

/** A picture of an event, as it is written. */
export type Picture = Content['pictures'][number];

/** The languages in which words of a picture are needed and missing. */
export const missingAlt = ({ alt }: Picture, written: readonly string[]): readonly string[] =>
  written.filter((locale) => !alt[locale]);
