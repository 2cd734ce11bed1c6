import type { ArchiveLine } from '../../model/publication/archive.ts';
import type { Site } from '../../model/site/site.ts';
import { startOfDay } from '../../model/time/start-of-day.ts';
import type { EventPublicationRequest } from '../events/publish-draft.ts';

/** How the item of a line is published: when, and from which old addresses it is found. */
export const publicationOf = (
  { publishedAt, unpublishAt }: ArchiveLine,
  redirectsFrom: readonly string[],
  { timeZone }: Site,
): EventPublicationRequest => ({
  publishAt: publishedAt.length === 10 ? startOfDay(publishedAt, timeZone).toISOString() : publishedAt,
  ...(unpublishAt && { unpublishAt }),
  redirectsFrom,
});
