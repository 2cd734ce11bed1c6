import type { Event } from '../../model/events/event.ts';
import type { Actor } from '../store/actor.ts';
import { requireEventAction } from '../store/permissions.ts';
import { nextVersion } from '../store/versions.ts';
import { saveEvent } from './events.ts';
import { requireEvent } from './require-event.ts';
import { requireNotArchived } from './require-not-archived.ts';

/** Which event, from which version, and the contributors who may change it beside the one who has created it. */
interface Assignment {
  readonly id: string;
  readonly version: number | undefined;
  readonly handedTo: readonly string[];
}

/** Hands an event to contributors, in place of those that had it. Throws where the actor may not, or it is archived. */
export const assignContributors = async ({ id, version, handedTo }: Assignment, actor: Actor): Promise<Event> => {
  const event = await requireEvent(id, version);
  requireNotArchived(event);
  requireEventAction('handOver', event, actor);
  const next = nextVersion(event, { handedTo: [...new Set(handedTo)] }, actor);
  await saveEvent({ event: next, previous: event, action: 'updated' }, actor);
  return next;
};
