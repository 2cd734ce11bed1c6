import { requireEvent } from '../../desk/events/require-event.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { requireEventAction } from '../../desk/store/permissions.ts';
import type { Event } from '../../model/events/event.ts';
import type { BulkAct, BulkItem } from '../../model/publication/bulk-act.ts';
import { archiveEvent, unarchiveEvent } from './archive-event.ts';
import { changeEventStatus } from './change-event-status.ts';
import { publishEvent } from './publish-event.ts';
import { unpublishEvent } from './unpublish-event.ts';

/** Does to one of many events what a route of its own does. Throws as that does, and where the actor may not. */
export const actOnEvent = async (act: BulkAct, { id, version }: BulkItem, actor: Actor): Promise<Event> => {
  if (act === 'archive') return archiveEvent({ id, version }, actor);
  if (act === 'unarchive') return unarchiveEvent({ id, version }, actor);
  if (act === 'submit') return changeEventStatus({ id, version, status: 'inReview' }, actor);
  if (act === 'recall') return changeEventStatus({ id, version, status: 'draft' }, actor);
  const event = await requireEvent(id, version);
  requireEventAction(act === 'publish' ? 'publishEvent' : 'unpublishEvent', event, actor);
  if (act === 'unpublish') return (await unpublishEvent(event, {}, actor)).event;
  return (await publishEvent(event, {}, actor)).event;
};
