import type { SyndicatedFeed } from '../../shared/public/feeds/syndicated-feed.ts';
import { type FeedFormat, feedUrl } from '../../shared/showcase/store/urls.ts';

/** The formats of the feed; the API's own has no name. */
const types = [
  [undefined, 'application/json'],
  ['rss', 'application/rss+xml'],
  ['atom', 'application/atom+xml'],
  ['json', 'application/feed+json'],
  ['ics', 'text/calendar'],
] as const;

/** The `Link` header of a page of the feed (RFC 8288): the same page in other formats, and the next one. */
export const feedLinkHeader = (format: FeedFormat | undefined, { next }: SyndicatedFeed, query: string): string => {
  const others = types.filter(([other]) => other !== format);
  // Made from its parts: a caller may write more into a query than a header can hold.
  const same = new URLSearchParams(query);
  const shared = new URLSearchParams(query);
  // The API refuses what only feed readers may ask for, and calendars have no texts.
  shared.delete('content');
  const queryOf = (other: FeedFormat | undefined) => String(other && other !== 'ics' ? same : shared);
  return [
    ...others.map(([other, type]) => `<${feedUrl(other, queryOf(other))}>; rel="alternate"; type="${type}"`),
    ...(next ? [`<${next}>; rel="next"`] : []),
  ].join(', ');
};
