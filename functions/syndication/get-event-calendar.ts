import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getPublicEvent } from '../../shared/public/answers/event.ts';
import { icalendar } from '../../shared/public/feeds/icalendar.ts';
import { syndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { showingEntries } from '../../shared/showcase/calendar/showing-entries.ts';
import { feedSortKey } from '../../shared/showcase/store/feed-keys.ts';
import { readCard } from '../../shared/showcase/store/read.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { eventCalendarUrl } from '../../shared/showcase/store/urls.ts';
import { requireLocale } from '../public-api/require-locale.ts';
import { ownQuery } from './own-query.ts';

/**
 * One event with all its times as a calendar file: what `/v1/feed.ics` says of it, so that a program that has both
 * knows them for one.
 */
export const getEventCalendar: Handlers<typeof syndicationRoutes>['getEventCalendar'] = async (
  { params: { idOrSlug }, query },
  { now, rawQuery },
) => {
  const site = await readPublicSite();
  const answer = await getPublicEvent(idOrSlug, requireLocale(query.locale, site), site, now);
  const event = requireFound(answer, eventAbsence(idOrSlug), eventCalendarUrl);
  const { id, locale, slug, publishedAt } = event;
  const card = await readCard({ locale }, feedSortKey(publishedAt, id));
  const entries = card ? showingEntries(card) : [];
  if (entries.length === 0) throw new NotFoundError(reason('eventWithoutDate', { id }));
  const { summary, place } = event;
  const texts = new Map(entries.map(({ sortKey }) => [sortKey, { summary, place }]));
  const feed = syndicatedFeed('ics', { site, scope: { locale }, entries, texts }, ownQuery(rawQuery, locale), now);
  return {
    body: icalendar(feed, [], site.timeZone),
    headers: { 'content-language': locale, 'content-disposition': `attachment; filename="${slug}.ics"` },
  };
};
