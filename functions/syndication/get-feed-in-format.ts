import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import type { Call, Handlers } from '../../shared/http/serve.ts';
import { atom } from '../../shared/public/feeds/atom.ts';
import { jsonFeed } from '../../shared/public/feeds/json-feed.ts';
import { rss } from '../../shared/public/feeds/rss.ts';
import { type SyndicatedFeed, syndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import type { FeedFormat } from '../../shared/showcase/store/urls.ts';
import { type FeedQuery, feedPage } from '../public-api/feed-page.ts';
import { feedLinkHeader } from './feed-links.ts';
import { ownQuery } from './own-query.ts';

type Syndication = Handlers<typeof syndicationRoutes>;

const inFormat =
  (format: FeedFormat, write: (feed: SyndicatedFeed) => string) =>
  async ({ query }: { readonly query: FeedQuery }, { now, rawQuery }: Call) => {
    const page = await feedPage(query, now);
    const own = ownQuery(rawQuery, page.scope.locale);
    const feed = syndicatedFeed(format, page, own, now);
    return {
      body: write(feed),
      headers: { 'content-language': feed.locale, link: feedLinkHeader(format, feed, own) },
    };
  };

export const getRss: Syndication['getRss'] = inFormat('rss', rss);

export const getAtom: Syndication['getAtom'] = inFormat('atom', atom);

export const getJsonFeed: Syndication['getJsonFeed'] = inFormat('json', jsonFeed);
