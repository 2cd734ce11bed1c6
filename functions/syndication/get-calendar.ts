import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { icalendar } from '../../shared/public/feeds/icalendar.ts';
import { syndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import { readCancelled } from '../../shared/showcase/store/read-cancelled.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { feedPage } from '../public-api/feed-page.ts';
import { feedLinkHeader } from './feed-links.ts';

export const getCalendar: Handlers<typeof syndicationRoutes>['getCalendar'] = async ({ query }, { now, rawQuery }) => {
  const { defaultLocale, timeZone } = await readPublicSite();
  const { locale = defaultLocale, cursor } = query;
  const [page, cancelled] = await Promise.all([
    feedPage(query, now),
    // A calendar has no pages: withdrawals are listed in the first answer.
    cursor === undefined ? readCancelled({ ...query, locale }, now) : [],
  ]);
  const feed = syndicatedFeed('ics', page, rawQuery, now);
  return {
    body: icalendar(feed, cancelled, timeZone),
    headers: { 'content-language': locale, link: feedLinkHeader('ics', feed, rawQuery) },
  };
};
