import type { PublicEvent, PublicExhibition } from '../../../contract/public-schemas.ts';
import { noteBoundary } from '../../../freshness/answer-facts.ts';
import { endOf } from '../../../model/events/showing.ts';

/**
 * Whether people can still come to an event: it was not called off, and is not over. What is postponed is not, though
 * its time has passed.
 */
export const canCome = ({ showings, occurrence }: Pick<PublicEvent, 'showings' | 'occurrence'>, now: Date): boolean => {
  for (const showing of showings) noteBoundary(endOf(showing));
  const isOver = showings.length > 0 && showings.every((showing) => endOf(showing) <= now.toISOString());
  return occurrence === 'postponed' || (occurrence !== 'cancelled' && !isOver);
};

/** The same of an exhibition, which is open on its last day still. */
export const canVisit = ({ closesOn }: Pick<PublicExhibition, 'closesOn'>, today: string): boolean =>
  closesOn === undefined || closesOn >= today;
