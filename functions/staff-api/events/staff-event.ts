import type { StaffEvent } from '../../../shared/contract/staff/schemas.ts';
import type { Call } from '../../../shared/http/serve.ts';
import type { Event } from '../../../shared/model/events/event.ts';
import { eventStatusAt } from '../../../shared/model/events/event-status.ts';
import { outdatedLocales } from '../../../shared/model/languages/outdated-locales.ts';
import { displayTitle } from './display-title.ts';

/** An event as staff see it at a time. */
export const toStaffEvent = ({ published, ...event }: Event, now: Date): StaffEvent => {
  const status = eventStatusAt(event, now);
  // Nothing of a publication is public after its end.
  const publication = status === 'withdrawn' ? undefined : published;
  return {
    ...event,
    status,
    displayTitle: displayTitle(event.translations),
    hasUnpublishedChanges: publication !== undefined && publication.version !== event.version,
    publishedLocales: publication?.locales ?? [],
    outdatedLocales: outdatedLocales(event),
  };
};

/** An answer with an event as it is now, and the version of it as ETag. */
export const toEventResponse = (event: Event, { now }: Pick<Call, 'now'>) => ({
  body: toStaffEvent(event, now),
  headers: { etag: `"${event.version}"` },
});
