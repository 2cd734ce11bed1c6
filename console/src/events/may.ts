import {
  actorKindOf,
  actorsAllowedIn,
  type EventAction,
  eventPermissions,
} from '../../../shared/model/staff/permissions.ts';
import type { AnswerOf } from '../api/api.ts';
import { idOf, type StaffEvent } from './content.ts';

/** Whether a person may do something with an event as it is now, by the table that the API asks too. */
export const may = (action: EventAction, event: StaffEvent, { id, role }: AnswerOf<'getMe'>): boolean => {
  const actor = actorKindOf({ by: id, role }, idOf(event.createdBy), event.handedTo);
  return actorsAllowedIn(eventPermissions[action], event.status).includes(actor);
};

/**
 * Whether a publication would make public what this person has changed last: where the site asks for four eyes, another
 * must do it.
 */
export const isOwnChange = (
  { createdBy, changedBy = createdBy, publishedLocales, hasUnpublishedChanges }: StaffEvent,
  { id }: AnswerOf<'getMe'>,
): boolean => idOf(changedBy) === id && (publishedLocales.length === 0 || hasUnpublishedChanges);
