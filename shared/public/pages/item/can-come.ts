import type { PublicEvent, PublicExhibition } from '../../../contract/public-schemas.ts';
import { noteBoundary } from '../../../freshness/answer-facts.ts';
import { overAt } from '../../../model/events/showing.ts';

/**
 * Whether people can still come to an event: it was not called off, and is not over. What is postponed is not, though
 * its time has passed.
 */
export const canCome = (
  { showings, occurrence }: Pick<PublicEvent, 'showings' | 'occurrence'>,
  timeZone: string,
  now: Date,
): boolean => {
  const ends = showings.map((showing) => overAt(showing, timeZone));
  for (const end of ends) noteBoundary(end);
  const isOver = ends.length > 0 && ends.every((end) => end <= now.getTime());
  return occurrence === 'postponed' || (occurrence !== 'cancelled' && !isOver);
};

/** The same of an exhibition, which is open on its last day still. */
export const canVisit = ({ closesOn }: Pick<PublicExhibition, 'closesOn'>, today: string): boolean =>
  closesOn === undefined || closesOn >= today;
