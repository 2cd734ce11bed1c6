import type { StaffEvent } from '../../../shared/contract/staff-schemas.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Event } from '../../../shared/model/event.ts';
import { versionConflictProblem } from '../map-store-errors.ts';
import { displayTitle } from './display-title.ts';

/** An event as staff see it. */
export const toStaffEvent = ({ published, ...event }: Event): StaffEvent => ({
  ...event,
  displayTitle: displayTitle(event.translations),
  hasUnpublishedChanges: published !== undefined && published.version !== event.version,
  publishedLocales: published?.locales ?? [],
});

/** An answer with an event, and the version of it as ETag. */
export const toEventResponse = (event: Event) => ({
  body: toStaffEvent(event),
  headers: { etag: `"${event.version}"` },
});

/** The event that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireEvent = async (id: string, version?: number): Promise<Event> => {
  const event = await readEvent(id);
  if (!event) throw new Problem('not-found', `There is no event ${id}.`);
  if (version !== undefined && version !== event.version) throw versionConflictProblem(event);
  return event;
};

/** Refuses what an archived event does not allow. */
export const requireNotArchived = (event: Event): void => {
  if (event.status === 'archived') throw new Problem('conflict', `The event ${event.id} is archived.`);
};
