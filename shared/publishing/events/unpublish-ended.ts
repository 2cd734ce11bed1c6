import type { Actor } from '../../desk/store/actor.ts';
import type { Event } from '../../model/events/event.ts';
import { eventStatusAt } from '../../model/events/event-status.ts';
import { unpublishEvent } from './unpublish-event.ts';

/**
 * The event without its publication, if that has ended as planned: nothing was written at that moment. Throws
 * as `unpublishEvent` does.
 */
export const unpublishEnded = async (event: Event, actor: Actor): Promise<Event> =>
  event.status === 'published' && eventStatusAt(event, actor.now) === 'withdrawn'
    ? (await unpublishEvent(event, {}, actor)).event
    : event;
