import type { Entry } from './entry.ts';

/** What an entry can lack or have wrong, from what is worst on. */
export const problems = [
  ...(['rejected', 'noPicture', 'noArtist', 'consent', 'noTitle', 'noAlt', 'likeness'] as const),
] as const;

export type Problem = (typeof problems)[number];

/** What the whole list knows of an entry beside the entry itself. */
export interface ProblemContext {
  /** The languages of the site. */
  readonly locales: readonly string[];
  /** The entries that look like others. */
  readonly alike: ReadonlySet<string>;
}

const lacks = ({ translations }: Entry, field: 'title' | 'alt', locales: readonly string[]): boolean => {
  // It needs no language that nothing is written in; and without any it lacks the first.
  const written = locales.filter((locale) => Object.keys(translations[locale] ?? {}).length > 0);
  return (written.length > 0 ? written : locales.slice(0, 1)).some((locale) => !translations[locale]?.[field]);
};

/**
 * What is to be mended of an entry before it could be shown. Whose artist is hidden has no problem that we know of with
 * it.
 */
export const problemsOf = (entry: Entry, { locales, alike }: ProblemContext): Problem[] => {
  const { uploadState, uploadId, artist, artistHidden, consentGap } = entry;
  const is: Readonly<Record<Problem, boolean>> = {
    rejected: uploadState === 'rejected' || uploadState === 'expired',
    noPicture: uploadId === undefined,
    noArtist: !artist && !artistHidden,
    consent: consentGap !== undefined,
    noTitle: lacks(entry, 'title', locales),
    noAlt: lacks(entry, 'alt', locales),
    likeness: alike.has(entry.id),
  };
  return problems.filter((problem) => is[problem]);
};
