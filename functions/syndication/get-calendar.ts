import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { readCancelled } from '../../shared/showcase/read-cancelled.ts';
import { icalendar } from '../../shared/syndication/icalendar.ts';
import { syndicatedFeed } from '../../shared/syndication/syndicated-feed.ts';
import { feedPage } from '../public-api/feed-page.ts';
import { feedLinks } from './feed-links.ts';

export const getCalendar: Handlers<typeof syndicationRoutes>['getCalendar'] = async ({ query }, { now, rawQuery }) => {
  const page = await feedPage(query, now, true);
  // A calendar has no pages: what is no longer in it is said with the first.
  const cancelled = query.cursor === undefined ? await readCancelled(page.scope, now) : [];
  const feed = syndicatedFeed('ics', page, rawQuery, now);
  return {
    body: icalendar(feed, cancelled, page.site.timeZone),
    headers: { 'content-language': feed.locale, link: feedLinks('ics', feed, rawQuery) },
  };
};
