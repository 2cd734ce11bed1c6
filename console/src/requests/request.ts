import { urgentDays } from '../../../shared/model/people/person-request.ts';
import { addDays } from '../../../shared/model/time/add-days.ts';
import type { AnswerOf } from '../api/api.ts';

export type PersonRequest = AnswerOf<'getPersonRequest'>;

/** An entry that a request is about. */
export type Requested = Pick<PersonRequest['entries'][number], 'exhibitionId' | 'artworkId'>;

/** The same, of an entry that the desk has found. */
export const requestedOf = ({
  exhibitionId,
  id,
}: {
  readonly exhibitionId: string;
  readonly id: string;
}): Requested => ({
  exhibitionId,
  artworkId: id,
});

/** How near the last day of an open request is on a day (`2026-11-29`). */
export const urgencyOf = (
  { dueOn }: Pick<PersonRequest, 'dueOn'>,
  today: string,
): 'overdue' | 'today' | 'soon' | 'later' => {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, urgentDays) ? 'soon' : 'later';
};
