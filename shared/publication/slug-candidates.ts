import { slugFromTitle } from '../desk/slug-from-title.ts';
import { slugLength } from '../domain/slug.ts';

/** How many slugs are tried for a title before the request gives up. */
export const slugAttempts = 4;

/**
 * The slug to try for a title at the given attempt, from 0: the title's own, then numbered, in the end with the tail of the
 * event's id, which no other event has.
 */
export const slugCandidate = (title: string, id: string, attempt: number): string => {
  const tail = id.slice(-8).toLowerCase();
  const suffix = attempt === 0 ? '' : attempt < slugAttempts - 1 ? `-${attempt + 1}` : `-${tail}`;
  const base = slugFromTitle(title, slugLength - suffix.length);
  return base ? `${base}${suffix}` : `event-${tail}`;
};
