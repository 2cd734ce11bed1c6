import type { Event } from '../../model/events/event.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { VersionConflictError } from '../store/versions.ts';
import { readEvent } from './events.ts';

/** The event that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireEvent = async (id: string, version?: number): Promise<Event> => {
  const event = await readEvent(id);
  if (!event) throw new NotFoundError(reason('eventNotFound', { id }));
  if (version !== undefined && version !== event.version) throw new VersionConflictError(event);
  return event;
};
