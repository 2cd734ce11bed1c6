import type { Event } from './event.ts';

/**
 * The statuses of events as staff see them: `scheduled`, and `withdrawn` after a planned end, follow from the clock.
 */
export const eventStatuses = ['draft', 'inReview', 'scheduled', 'published', 'withdrawn', 'archived'] as const;

export type EventStatus = (typeof eventStatuses)[number];

/**
 * The status of an event at a time. A publication is `scheduled` before `publishedAt`, `published` from that moment on,
 * and `withdrawn` from the moment of `unpublishAt` on; nothing is stored at either. Version 0.1.0 stored a withdrawn
 * event as a draft, with `publishedAt`.
 */
export const eventStatusAt = (
  { status, publishedAt, unpublishAt }: Pick<Event, 'status' | 'publishedAt' | 'unpublishAt'>,
  now: Date,
): EventStatus => {
  if (status === 'draft') return publishedAt === undefined ? 'draft' : 'withdrawn';
  if (status !== 'published') return status;
  const time = now.toISOString();
  if (unpublishAt !== undefined && unpublishAt <= time) return 'withdrawn';
  return publishedAt !== undefined && publishedAt > time ? 'scheduled' : 'published';
};

/** The status of an event that comes out of the archive. */
export const statusOutOfArchive = ({ publishedAt }: Pick<Event, 'publishedAt'>): 'draft' | 'withdrawn' =>
  publishedAt === undefined ? 'draft' : 'withdrawn';
