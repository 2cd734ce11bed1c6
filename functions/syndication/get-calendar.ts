import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import { fromCalendarCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { textIn } from '../../shared/model/languages/in-languages.ts';
import { icalendar } from '../../shared/public/feeds/icalendar.ts';
import { syndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import { calendarList } from '../../shared/showcase/calendar/calendar-list.ts';
import { readCalendarAhead } from '../../shared/showcase/calendar/read-calendar.ts';
import { readCancelled } from '../../shared/showcase/store/read-cancelled.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { feedScope, requireCampaign } from '../public-api/feed-scope.ts';
import { calendarTexts } from './calendar-texts.ts';
import { feedLinkHeader } from './feed-links.ts';
import { ownQuery } from './own-query.ts';

export const getCalendar: Handlers<typeof syndicationRoutes>['getCalendar'] = async ({ query }, { now, rawQuery }) => {
  const site = await readPublicSite();
  const { timeZone } = site;
  const { limit, cursor, ...wanted } = query;
  const scope = feedScope(wanted, site);
  const list = calendarList('ahead', scope);
  const after = fromCalendarCursor(list, cursor);
  const [{ entries, last }, cancelled] = await Promise.all([
    readCalendarAhead({ scope, limit, after, now, timeZone }),
    // What was called off is told in the first answer.
    after === undefined ? readCancelled(scope, now) : [],
  ]);
  if (entries.length === 0 && cancelled.length === 0 && !after) await requireCampaign(scope, site, now);
  const texts = await calendarTexts(entries, site);
  const page = { site, scope, entries, texts, ...(last && { nextCursor: toCursor(list, last) }) };
  const own = ownQuery(rawQuery, scope.locale);
  const feed = syndicatedFeed('ics', page, own, now);
  return {
    body: icalendar(
      feed,
      cancelled.map((one) => ({ ...one, title: textIn(one.titles, scope.locale, site) })),
      timeZone,
    ),
    headers: { 'content-language': scope.locale, link: feedLinkHeader('ics', feed, own) },
  };
};
