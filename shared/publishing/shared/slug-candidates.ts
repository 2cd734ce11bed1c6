import { slugLength } from '../../model/slug.ts';
import { slugFromTitle } from '../../model/slug-from-title.ts';

/** How many slugs are tried for a title before the request gives up. */
export const slugAttempts = 4;

/**
 * The slug to try for a title at the given attempt, from 0: the title's own, then numbered, in the end with the tail of
 * the id, which nothing else has. A title without a letter gets the `kind` instead.
 */
export const slugCandidate = (title: string, id: string, attempt: number, kind = 'event'): string => {
  const tail = id.slice(-8).toLowerCase();
  const suffix = attempt === 0 ? '' : attempt < slugAttempts - 1 ? `-${attempt + 1}` : `-${tail}`;
  const base = slugFromTitle(title, slugLength - suffix.length);
  return base ? `${base}${suffix}` : `${kind}-${tail}`;
};
