import type { Locale } from '../../model/languages/locale.ts';
import { slugLength } from '../../model/text/slug.ts';
import { slugFromTitle } from '../../model/text/slug-from-title.ts';

/** How many slugs are tried for a title before the request gives up. */
export const slugAttempts = 4;

/**
 * The slug to try for a title at the given attempt, from 0: the title's own, then numbered, in the end with the tail of
 * the id, which nothing else has. A title without a letter gets the `kind` instead.
 */
export const slugCandidate = (
  title: string,
  { id, kind = 'event', locale }: { readonly id: string; readonly kind?: string; readonly locale?: Locale },
  attempt: number,
): string => {
  const tail = id.slice(-8).toLowerCase();
  const suffix = attempt === 0 ? '' : attempt < slugAttempts - 1 ? `-${attempt + 1}` : `-${tail}`;
  const base = slugFromTitle(title, { locale, max: slugLength - suffix.length });
  return base ? `${base}${suffix}` : `${kind}-${tail}`;
};
