import { actorKindOf, actorsAllowedIn, type EventAction, eventPermissions } from '../../../shared/model/permissions.ts';
import type { Person } from '../console-context.ts';
import { idOf, type StaffEvent } from './content.ts';

/** Whether a person may do something with an event as it is now, by the table that the API asks too. */
export const may = (action: EventAction, event: StaffEvent, { id, role }: Person): boolean => {
  const actor = actorKindOf({ by: id, role }, idOf(event.createdBy), event.handedTo);
  return actorsAllowedIn(eventPermissions[action], event.status).includes(actor);
};
