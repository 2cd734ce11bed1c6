import type { Locale } from '../../shared/model/languages/locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { dayOf } from '../../shared/model/time/local-time.ts';
import type { PageCard } from '../../shared/public/pages/lists/card.ts';
import { readSoonest } from '../../shared/showcase/calendar/read-calendar.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readFeed } from '../../shared/showcase/store/read.ts';
import { todayIn } from '../../shared/showcase/store/today.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { exhibitionsPage, itemsPerList } from './read-lists.ts';

/** How many cards each part of the front page has. */
const most = { ahead: 7, exhibitions: 3, newest: 6 } as const;

/** How much is read of the calendar: enough for its parts of the page, also where some are exhibitions. */
const mostSoonest = 16;

/** True for what takes place today or later; its cards are among those that are ahead. */
const isAhead = ({ startsAt, endsAt = startsAt }: PageCard, today: string, { timeZone }: Site): boolean =>
  endsAt !== undefined && dayOf(endsAt, timeZone) >= today;

/** Most Queries of the feed: of a programme that was published at once, a hundred events are passed over. */
const mostFeedQueries = 5;

/** The newest of what is not ahead: enough for its part of the page, whichever of it are exhibitions that are open. */
const readNewest = async (locale: Locale, today: string, site: Site, now: Date): Promise<PageCard[]> => {
  const found: PageCard[] = [];
  let after: string | undefined;
  for (let queries = 0; queries < mostFeedQueries; queries += 1) {
    const { entries, last } = await readFeed({ locale }, { limit: itemsPerList, after, now });
    const cards = entries.map((entry) => toFeedCard(entry, { locale, site, now }));
    found.push(...cards.filter((card) => !isAhead(card, today, site)));
    after = last;
    if (last === undefined || found.length >= most.newest + most.exhibitions) break;
  }
  return found;
};

/**
 * What the front page of a language shows: three Queries, of the calendar, of the feed and of the newest exhibitions,
 * and one BatchGetItem of the cards that the calendar names. There are more Queries, up to a bound, where there is much
 * of what one part of the page has no place for.
 */
export const readFront = async (locale: Locale, site: Site, now: Date) => {
  const { timeZone } = site;
  const today = todayIn(timeZone, now);
  const [soonest, past, listed] = await Promise.all([
    readSoonest(mostSoonest, { scope: { locale }, now, timeZone }),
    readNewest(locale, today, site, now),
    exhibitionsPage({ locale, cursor: undefined }, site, now),
  ]);
  const coming = (await withSlugs(soonest)).map((entry): PageCard => toFeedCard(entry, { locale, site, now }));
  const isOpen = ({ kind, startsAt = '' }: PageCard) => kind === 'exhibition' && dayOf(startsAt, timeZone) <= today;
  // The calendar knows no end of what has no closing day: it is open until it is withdrawn, and comes after what
  // closes.
  const lasting = listed.items.filter(({ opensOn, closesOn }) => !closesOn && opensOn && opensOn <= today);
  const isLasting = ({ id }: PageCard) => lasting.some((one) => one.id === id);
  const closing = coming.filter((card) => isOpen(card) && !isLasting(card));
  // One place is theirs, however many others are open.
  const places = most.exhibitions - Math.min(lasting.length, 1);
  const exhibitions = [...closing.slice(0, places), ...lasting].slice(0, most.exhibitions);
  const next = coming.filter((card) => !isOpen(card) && !isLasting(card)).slice(0, most.ahead);
  // One leads, and the others fill their rows of three.
  const ahead = next.slice(0, Math.max(next.length - ((next.length - 1) % 3), Math.min(next.length, 3)));
  const shown = new Set([...exhibitions, ...ahead].map(({ id }) => id));
  const newest = past.filter(({ id }) => !shown.has(id)).slice(0, most.newest);
  return { ahead, exhibitions, newest };
};
