import type { StaffEvent } from '../../../shared/contract/staff-schemas.ts';
import type { Event } from '../../../shared/model/event.ts';
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
