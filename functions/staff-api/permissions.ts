import { Problem } from '../../shared/http/problem.ts';
import type { Call } from '../../shared/http/serve.ts';
import type { Event } from '../../shared/model/event.ts';
import type { Exhibition } from '../../shared/model/exhibition.ts';
import {
  type Actor,
  allowedIn,
  type EventAct,
  type ExhibitionAct,
  eventPermissions,
  eventStageOf,
  exhibitionPermissions,
  type Permission,
  type Stage,
  stageOf,
} from '../../shared/model/permissions.ts';
import { covers } from '../../shared/model/role.ts';

type Caller = Pick<Call, 'staff'>;

/** True where the caller is an editor or an admin. */
export const isEditor = ({ staff: { role } }: Caller): boolean => role !== undefined && covers(role, 'editor');

/** What the caller is to something that `createdBy` has made: see `actors`. */
export const actorOf = ({ staff }: Caller, createdBy?: string, handedTo: readonly string[] = []): Actor => {
  if (staff.role === 'admin' || staff.role === 'editor') return staff.role;
  if (createdBy === staff.id) return 'own';
  return handedTo.includes(staff.id) ? 'handed' : 'foreign';
};

const names: Readonly<Record<Actor, string>> = {
  juror: 'a member of its jury',
  foreign: 'a contributor',
  handed: 'the contributor to whom it was handed',
  own: 'the contributor who has made it',
  editor: 'an editor',
  admin: 'an admin',
};

const stateNames: Readonly<Record<Stage, string>> = {
  draft: 'is a draft',
  open: 'is open for entries',
  rating: 'is closed for entries, which are being rated',
  blind: 'is closed for entries, which are being rated blind',
  selected: 'is closed for entries, and the selection is made',
  revealed: 'is closed for entries, and the artists are revealed',
  published: 'is published',
  withdrawn: 'is withdrawn',
  archived: 'is archived',
};

/** A state in words; one that a later release has stored in its own. */
const nameOf = (stage: Stage): string => stateNames[stage] ?? `is ${stage}`;

/** The refusal of an act: 409 where its state allows it to nobody, 403 where it allows it to others than the caller. */
const refusalOf = (permission: Permission, stage: Stage, what: string): Problem => {
  const allowed = allowedIn(permission, stage);
  if (allowed.length === 0)
    return new Problem('conflict', `${what} ${nameOf(stage)}: nobody can ${permission.does} now.`);
  const who = allowed.map((actor) => names[actor]).join(', or ');
  return new Problem('forbidden', `${what} ${nameOf(stage)}: to ${permission.does} is for ${who}.`);
};

/** True where `actor` may do something with an exhibition, or with an entry of it, as it is now. */
export const mayIn = (act: ExhibitionAct, exhibition: Exhibition, actor: Actor): boolean =>
  allowedIn(exhibitionPermissions[act], stageOf(exhibition)).includes(actor);

/** Refuses what `actor` may not do with an exhibition, or with an entry of it, as it is now. */
export const requireIn = (act: ExhibitionAct, exhibition: Exhibition, actor: Actor): void => {
  if (mayIn(act, exhibition, actor)) return;
  throw refusalOf(exhibitionPermissions[act], stageOf(exhibition), `The exhibition ${exhibition.id}`);
};

/** Refuses what the caller may not do with an event as it is now. */
export const requireForEvent = (act: EventAct, event: Event, call: Caller): void => {
  const actor = actorOf(call, event.createdBy, event.handedTo);
  const stage = eventStageOf(event);
  if (allowedIn(eventPermissions[act], stage).includes(actor)) return;
  throw refusalOf(eventPermissions[act], stage, `The event ${event.id}`);
};
