import { limits } from '../../aws/limits.ts';
import { newEvent, readEvent, saveEvent } from '../../desk/events/events.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { createOnce } from '../../desk/store/create-once.ts';
import { draftQuota } from '../../desk/store/quotas.ts';
import type { Event, EventContent } from '../../model/events/event.ts';
import { requireValidEventContent } from './require-valid-event-content.ts';

/**
 * Creates a draft, once for each key. Throws where its content is not valid, or the actor has created as many as a day
 * allows.
 */
export const createEvent = (content: EventContent, key: string | undefined, actor: Actor): Promise<Event> =>
  createOnce({ key, content: ['createEvent', content] }, actor, {
    create: async (id, others) => {
      await requireValidEventContent(content, actor);
      const event = newEvent(id, content, actor);
      const quota = draftQuota(actor, limits());
      await saveEvent({ event, previous: undefined, action: 'created', others: [...others, quota] }, actor);
      return event;
    },
    read: readEvent,
  });
