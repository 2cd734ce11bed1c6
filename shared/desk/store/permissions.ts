import type { Event } from '../../model/events/event.ts';
import type { EventStatus } from '../../model/events/event-status.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import {
  type ActorKind,
  actorKindOf,
  actorsAllowedIn,
  type EventAction,
  type ExhibitionAction,
  type ExhibitionStage,
  eventPermissions,
  eventStageAt,
  exhibitionPermissions,
  type RoleHolder,
  stageOf,
} from '../../model/staff/permissions.ts';
import { isAtLeast } from '../../model/staff/role.ts';
import { type ApplicationError, ConflictError, ForbiddenError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { Actor } from './actor.ts';

export { actorKindOf };

/** True if the actor is an editor or an admin. */
export const isEditor = ({ role }: Pick<Actor, 'role'>): boolean => role !== undefined && isAtLeast(role, 'editor');

/**
 * The refusal of an action: 409 where the state of the event allows it to no role, 403 where it allows it to others
 * than the actor.
 */
const eventActionRefusal = (action: EventAction, stage: EventStatus, id: string): ApplicationError => {
  const actors = actorsAllowedIn(eventPermissions[action], stage);
  return actors.length === 0
    ? new ConflictError(reason('eventActionImpossible', { id, stage, action }))
    : new ForbiddenError(reason('eventActionForbidden', { id, stage, action, actors }));
};

/** The refusal of an action on an exhibition, or on an entry of it. */
const exhibitionActionRefusal = (action: ExhibitionAction, stage: ExhibitionStage, id: string): ApplicationError => {
  const actors = actorsAllowedIn(exhibitionPermissions[action], stage);
  if (actors.length === 0 && stage === 'archived') return new ConflictError(reason('exhibitionArchived', { id }));
  return actors.length === 0
    ? new ConflictError(reason('exhibitionActionImpossible', { id, stage, action }))
    : new ForbiddenError(reason('exhibitionActionForbidden', { id, stage, action, actors }));
};

/** True if `actor` may do something with an exhibition, or with an entry of it, as it is now. */
export const isExhibitionActionAllowed = (
  action: ExhibitionAction,
  exhibition: Exhibition,
  actor: ActorKind,
): boolean => actorsAllowedIn(exhibitionPermissions[action], stageOf(exhibition)).includes(actor);

/** Refuses what `actor` may not do with an exhibition, or with an entry of it, as it is now. */
export const requireExhibitionAction = (action: ExhibitionAction, exhibition: Exhibition, actor: ActorKind): void => {
  if (isExhibitionActionAllowed(action, exhibition, actor)) return;
  throw exhibitionActionRefusal(action, stageOf(exhibition), exhibition.id);
};

/** Refuses what the actor may not do with an event as it is now. */
export const requireEventAction = (
  action: EventAction,
  event: Event,
  member: RoleHolder & Pick<Actor, 'now'>,
): void => {
  const actor = actorKindOf(member, event.createdBy, event.handedTo);
  const stage = eventStageAt(event, member.now);
  if (actorsAllowedIn(eventPermissions[action], stage).includes(actor)) return;
  throw eventActionRefusal(action, stage, event.id);
};
