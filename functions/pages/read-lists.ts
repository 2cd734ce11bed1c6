import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { exhibitionsPartition } from '../../shared/showcase/store/exhibition.ts';
import { feedPartition } from '../../shared/showcase/store/feed-keys.ts';
import { publishedIn } from '../../shared/showcase/store/published-in.ts';
import { type FeedEntry, readFeed } from '../../shared/showcase/store/read.ts';
import { readPublicExhibitionsPage } from '../../shared/showcase/store/read-exhibition.ts';
import { readTagged } from '../../shared/showcase/tags/read-tagged.ts';
import { tagPartition } from '../../shared/showcase/tags/tag-items.ts';

/** How many items a page lists. */
export const itemsPerList = 20;

/** A page of a list: its cards, newest first, and where it goes on. */
interface ListPart {
  readonly items: readonly ReturnType<typeof toFeedCard>[];
  readonly nextCursor?: string;
}

/** Most Queries for one page: a page between many exhibitions is short, and its cursor goes on behind them. */
const mostQueries = 5;

/** Which part of a list a page is. */
interface Wanted {
  readonly locale: Locale;
  readonly cursor: string | undefined;
}

/**
 * A page of the newest events of all categories, or of those of a month: the feed of the language without its
 * exhibitions.
 */
export const eventsPage = async (
  { locale, month, cursor }: Wanted & { readonly month: string | undefined },
  site: Site,
  now: Date,
): Promise<ListPart> => {
  const list = [feedPartition({ locale }), 'events', ...(month ? [month] : [])].join('#');
  const between = month ? publishedIn(month, site.timeZone) : undefined;
  const events: FeedEntry[] = [];
  let after = fromCursor(list, cursor);
  for (let queries = 0; queries < mostQueries; queries += 1) {
    const { entries, last } = await readFeed({ locale }, { limit: itemsPerList - events.length, after, now, between });
    events.push(...entries.filter(({ card }) => card.kind !== 'exhibition'));
    after = last;
    if (last === undefined || events.length === itemsPerList) break;
  }
  return {
    items: events.map((entry) => toFeedCard(entry, { locale, site, now })),
    ...(after !== undefined && { nextCursor: toCursor(list, after) }),
  };
};

/** A page of the newest of what has a tag in a language. */
export const taggedPage = async (
  { locale, tag, cursor }: Wanted & { readonly tag: string },
  site: Site,
  now: Date,
): Promise<ListPart> => {
  const list = tagPartition(locale, tag);
  const after = fromCursor(list, cursor);
  const { entries, last } = await readTagged({ locale, tag, limit: itemsPerList, after, now });
  return {
    items: entries.map((entry) => toFeedCard(entry, { locale, site, now })),
    ...(last !== undefined && { nextCursor: toCursor(list, last) }),
  };
};

/** A page of the newest exhibitions. */
export const exhibitionsPage = async ({ locale, cursor }: Wanted, site: Site, now: Date): Promise<ListPart> => {
  const list = exhibitionsPartition(locale);
  const { items, last } = await readPublicExhibitionsPage(locale, itemsPerList, fromCursor(list, cursor), now);
  return {
    items: items.map((entry) => toFeedCard(entry, { locale, site, now })),
    ...(last !== undefined && { nextCursor: toCursor(list, last) }),
  };
};
