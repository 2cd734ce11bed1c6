import type * as z from 'zod';
import type { syndicatedQuery, syndicationRoutes } from '../../shared/contract/syndication.ts';
import { toCursor } from '../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../shared/http/serve.ts';
import { atom } from '../../shared/public/feeds/atom.ts';
import { jsonFeed } from '../../shared/public/feeds/json-feed.ts';
import { rss } from '../../shared/public/feeds/rss.ts';
import { type SyndicatedFeed, syndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import { feedPartition } from '../../shared/showcase/store/feed-keys.ts';
import type { FeedFormat } from '../../shared/showcase/store/urls.ts';
import { feedPage } from '../public-api/feed-page.ts';
import { feedLinkHeader } from './feed-links.ts';
import { feedTexts } from './feed-texts.ts';
import { ownQuery } from './own-query.ts';

type Syndication = Handlers<typeof syndicationRoutes>;

/** Most bytes of an answer, in which an item with its whole text has 70,000 at most, and some more for the pictures. */
const maxFeedBytes = 2_000_000;

/** How many of the items, from the first one on, fit into an answer beside the rest of it. */
const itemsThatFit = (feed: SyndicatedFeed, write: (feed: SyndicatedFeed) => string): number => {
  const bytesWith = (items: SyndicatedFeed['items']) => Buffer.byteLength(write({ ...feed, items }));
  const rest = bytesWith([]);
  let left = maxFeedBytes - rest;
  const end = feed.items.findIndex((item) => {
    left -= bytesWith([item]) - rest;
    return left < 0;
  });
  return end === -1 ? feed.items.length : Math.max(1, end);
};

const inFormat =
  (format: FeedFormat, write: (feed: SyndicatedFeed) => string) =>
  async ({ query: { content, ...query } }: { readonly query: z.output<typeof syndicatedQuery> }, call: Call) => {
    const { now, rawQuery } = call;
    const found = await feedPage(query, now);
    const { site, scope } = found;
    const own = ownQuery(rawQuery, scope.locale);
    const { read, texts } = content === 'summary' ? { read: found.entries } : await feedTexts(found.entries, site, now);
    /** The page of the first `count` entries: the next one begins after them where there are more. */
    const pageOf = (count: number) => {
      const entries = found.entries.slice(0, count);
      const isShort = count < found.entries.length;
      const nextCursor = isShort ? toCursor(feedPartition(scope), entries.at(-1)?.sortKey ?? '') : found.nextCursor;
      return syndicatedFeed(format, { site, scope, entries, nextCursor, ...(texts && { texts }) }, own, now);
    };
    const whole = pageOf(read.length);
    const body = write(whole);
    const isTooLarge = Buffer.byteLength(body) > maxFeedBytes;
    const feed = isTooLarge ? pageOf(itemsThatFit(whole, write)) : whole;
    return {
      body: isTooLarge ? write(feed) : body,
      headers: { 'content-language': feed.locale, link: feedLinkHeader(format, feed, own) },
    };
  };

export const getRss: Syndication['getRss'] = inFormat('rss', rss);

export const getAtom: Syndication['getAtom'] = inFormat('atom', atom);

export const getJsonFeed: Syndication['getJsonFeed'] = inFormat('json', jsonFeed);
