import { ulid } from 'ulid';
import { limits } from '../../aws/limits.ts';
import { newEvent, saveEvent } from '../../desk/events/events.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { draftQuota } from '../../desk/store/quotas.ts';
import type { Event, EventContent } from '../../model/event.ts';
import { requireValidEventContent } from './require-valid-event-content.ts';

/** Creates a draft. Throws where its content is not valid, or the actor has created as many as a day allows. */
export const createEvent = async (content: EventContent, actor: Actor): Promise<Event> => {
  await requireValidEventContent(content);
  const event = newEvent(ulid(actor.now.getTime()), content, actor);
  const quota = draftQuota(actor, limits());
  await saveEvent({ event, previous: undefined, action: 'created', others: [quota] }, actor);
  return event;
};
