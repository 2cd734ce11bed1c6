import type { Actor } from '../../desk/store/actor.ts';
import { Problem } from '../../http/problem.ts';
import type { Event } from '../../model/event.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import {
  type ActorKind,
  actorsAllowedIn,
  type EventAction,
  type ExhibitionAction,
  eventPermissions,
  eventStageAt,
  exhibitionPermissions,
  type PermissionRule,
  type Stage,
  stageOf,
} from '../../model/permissions.ts';
import { isAtLeast } from '../../model/role.ts';

/** Who acts, and in which role: an `Actor`, or a part of one. */
type RoleHolder = Pick<Actor, 'by' | 'role'>;

/** True where the actor is an editor or an admin. */
export const isEditor = ({ role }: Pick<Actor, 'role'>): boolean => role !== undefined && isAtLeast(role, 'editor');

/** What the actor is to something that `createdBy` has made: see `actorKinds`. */
export const actorKindOf = (
  { by, role }: RoleHolder,
  createdBy?: string,
  handedTo: readonly string[] = [],
): ActorKind => {
  if (role === 'admin' || role === 'editor') return role;
  if (createdBy === by) return 'own';
  return handedTo.includes(by) ? 'handed' : 'foreign';
};

const actorLabels: Readonly<Record<ActorKind, string>> = {
  juror: 'a member of its jury',
  foreign: 'a contributor',
  handed: 'the contributor to whom it was handed',
  own: 'the contributor who has made it',
  editor: 'an editor',
  admin: 'an admin',
};

const stageLabels: Readonly<Record<Stage, string>> = {
  draft: 'is a draft',
  open: 'is open for entries',
  rating: 'is closed for entries, which are being rated',
  blind: 'is closed for entries, which are being rated blind',
  selected: 'is closed for entries, and the selection is made',
  revealed: 'is closed for entries, and the artists are revealed',
  published: 'is published',
  withdrawn: 'is withdrawn',
  inReview: 'is in review',
  scheduled: 'is scheduled',
  archived: 'is archived',
};

/** A state in words; one that a later release has stored in its own. */
const nameOf = (stage: Stage): string => stageLabels[stage] ?? `is ${stage}`;

/** The refusal of an act: 409 where its state allows it to nobody, 403 where it allows it to others than the caller. */
const permissionProblem = (permission: PermissionRule, stage: Stage, what: string): Problem => {
  const allowed = actorsAllowedIn(permission, stage);
  if (allowed.length === 0)
    return new Problem('conflict', `${what} ${nameOf(stage)}: nobody can ${permission.does} now.`);
  const who = allowed.map((actor) => actorLabels[actor]).join(', or ');
  return new Problem('forbidden', `${what} ${nameOf(stage)}: to ${permission.does} is for ${who}.`);
};

/** True where `actor` may do something with an exhibition, or with an entry of it, as it is now. */
export const isExhibitionActionAllowed = (
  action: ExhibitionAction,
  exhibition: Exhibition,
  actor: ActorKind,
): boolean => actorsAllowedIn(exhibitionPermissions[action], stageOf(exhibition)).includes(actor);

/** Refuses what `actor` may not do with an exhibition, or with an entry of it, as it is now. */
export const requireExhibitionAction = (action: ExhibitionAction, exhibition: Exhibition, actor: ActorKind): void => {
  if (isExhibitionActionAllowed(action, exhibition, actor)) return;
  throw permissionProblem(exhibitionPermissions[action], stageOf(exhibition), `The exhibition ${exhibition.id}`);
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
  throw permissionProblem(eventPermissions[action], stage, `The event ${event.id}`);
};
