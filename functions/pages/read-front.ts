import type { Locale } from '../../shared/model/locale.ts';
import type { Site } from '../../shared/model/site.ts';
import { dayOf } from '../../shared/model/time/local-time.ts';
import type { PageCard } from '../../shared/public/pages/card.ts';
import { readCalendarAhead } from '../../shared/showcase/calendar/read-calendar.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { type FeedEntry, readFeed } from '../../shared/showcase/store/read.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { itemsPerList } from './read-lists.ts';

/** How many cards each part of the front page has. */
const most = { ahead: 7, exhibitions: 3, newest: 6 } as const;

/**
 * What is read of the calendar: entries for the parts of the page, also where some are exhibitions that are open for
 * long. Fewer at a time than a page of the API reads, since most months are small.
 */
const calendarReads = { limit: 16, reads: { entries: 100, queries: 3 } } as const;

/** Each item by the first of its showings. */
const unique = (cards: readonly PageCard[]): PageCard[] => {
  const seen = new Set<string>();
  return cards.filter(({ id }) => seen.size < seen.add(id).size);
};

/** True for what takes place and is not over; its cards are among those that are ahead. */
const isAhead = ({ startsAt, endsAt = startsAt }: PageCard, now: Date, { timeZone }: Site): boolean =>
  endsAt !== undefined && dayOf(endsAt, timeZone) >= dayOf(now.toISOString(), timeZone);

/**
 * What the front page of a language shows: two Queries, of the calendar and of the feed, and one BatchGetItem of the
 * cards that the calendar names.
 */
export const readFront = async (locale: Locale, site: Site, now: Date) => {
  const scope = { locale };
  const { timeZone } = site;
  const cards = (entries: readonly FeedEntry[]) => entries.map((entry) => toFeedCard(entry, { locale, site, now }));
  const [calendar, feed] = await Promise.all([
    readCalendarAhead({ scope, after: undefined, now, timeZone, ...calendarReads }),
    readFeed(scope, { limit: itemsPerList, after: undefined, now }),
  ]);
  const today = dayOf(now.toISOString(), timeZone);
  const coming = unique(cards(await withSlugs(calendar.entries)));
  const isOpen = ({ kind, startsAt = '' }: PageCard) => kind === 'exhibition' && dayOf(startsAt, timeZone) <= today;
  const exhibitions = coming.filter(isOpen).slice(0, most.exhibitions);
  const next = coming.filter((card) => !isOpen(card)).slice(0, most.ahead);
  // One leads, and the others fill their rows of three.
  const ahead = next.slice(0, Math.max(next.length - ((next.length - 1) % 3), Math.min(next.length, 3)));
  const shown = new Set([...exhibitions, ...ahead].map(({ id }) => id));
  const newest = cards(feed.entries)
    .filter((card) => !shown.has(card.id) && !isAhead(card, now, site))
    .slice(0, most.newest);
  return { ahead, exhibitions, newest };
};
