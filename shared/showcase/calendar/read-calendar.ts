import { queryPage } from '../../aws/table.ts';
import { noteBoundary, noteEnd, notePlanned, noteShown } from '../../freshness/answer-facts.ts';
import { longestWithoutEnd, type Occasion, overAt } from '../../model/events/showing.ts';
import { dayOf } from '../../model/time/local-time.ts';
import type { StoredCard } from '../store/card.ts';
import { type FeedScope, feedPartition } from '../store/feed-keys.ts';
import { getItems } from '../store/get-items.ts';
import type { FeedEntry } from '../store/read.ts';
import { showcaseTable } from '../store/table.ts';
import { todayIn } from '../store/today.ts';
import { type CalendarEntry, calendarEntryIn, calendarPartition } from './calendar-entries.ts';
import { beginningOf, touchesMonth } from './months.ts';
import { showingEntry } from './showing-entries.ts';

/** What is wanted, for whom, and when and where it is. */
interface CalendarScope {
  readonly scope: FeedScope;
  readonly now: Date;
  readonly timeZone: string;
}

/** Which entries are wanted of it. */
interface CalendarQuery extends CalendarScope {
  readonly limit: number;
  /** The place to go on after. */
  readonly after: string | undefined;
}

/** Entries with their cards, by start; `last` is the place to continue from where there may be more. */
interface CalendarPage {
  readonly entries: FeedEntry[];
  readonly last?: string | undefined;
}

/** Most entries that one Query reads: of fewer than 200 bytes each, so that it costs at most ten read units. */
const mostRead = 500;

/** Most Queries of one page. */
const mostQueries = 20;

/**
 * What takes place in a month (`2026-11`) in the zone of the site, past or to come, or only what is not over before a
 * day: one Query in most months, and the cards of what it finds.
 */
export const readCalendarMonth = (
  month: string,
  { since = '', ...query }: CalendarQuery & { readonly since?: string | undefined },
): Promise<CalendarPage> => {
  const { timeZone } = query;
  return readPage([`${month}#`, `${month}$`], query, {
    isFound: (entry) =>
      isWanted(entry, query) && touchesMonth(entry, month, timeZone) && lastDayOf(entry, timeZone) >= since,
    placeOf: beginningOf,
  });
};

/** What is not over at `now`, from this month on. Each occurrence comes once, though it may touch many months. */
export const readCalendarAhead = async (query: CalendarQuery): Promise<CalendarPage> => {
  const month = todayIn(query.timeZone, query.now).slice(0, 7);
  return readPage([`${month}#`, '9'], query, { isFound: isAheadOf(month, query), placeOf: beginningAhead });
};

/** A page of what is found in a range. */
const readPage = async (
  [from, to]: readonly [string, string],
  query: CalendarQuery,
  { isFound, placeOf }: Pick<Reading, 'isFound'> & { readonly placeOf: typeof beginningOf },
): Promise<CalendarPage> => {
  const { limit, after } = query;
  const { found, last } = await readOn([after === undefined ? from : behind(after), to], {
    isFound,
    isEnough: (entries) => entries.length > limit,
    ...{ entriesPerQuery: mostRead, mostQueries },
  });
  const shown = found.slice(0, limit);
  return withCards(shown, found.length > limit ? shown.at(-1)?.place : last, { ...query, placeOf });
};

/**
 * The soonest of what takes place today or later, each by the first of its showings: up to `most` that have gone on for
 * days, and up to `most` of the others. The two are read apart: of what began earlier in the month most is over,
 * however much that is.
 */
export const readSoonest = async (most: number, query: CalendarScope): Promise<FeedEntry[]> => {
  const { timeZone, now } = query;
  const today = todayIn(timeZone, now);
  const month = today.slice(0, 7);
  const recent = `${month}#${new Date(now.getTime() - longestWithoutEnd).toISOString()}`;
  const isAhead = isAheadOf(month, query);
  const wanted = {
    isFound: (entry: CalendarEntry) => isAhead(entry) && lastDayOf(entry, timeZone) >= today,
    isEnough: (entries: readonly CalendarEntry[]) => firstOfEach(entries).length >= most,
  };
  const parts = await Promise.all([
    readOn([`${month}#`, recent], { ...wanted, entriesPerQuery: mostRead, mostQueries: 3 }),
    // Fewer at a time than of what was, since most months are small and nearly all of it is wanted.
    readOn([recent, '9'], { ...wanted, entriesPerQuery: 100, mostQueries: 5 }),
  ]);
  const soonest = firstOfEach(parts.flatMap(({ found }) => firstOfEach(found).slice(0, most)));
  return (await withCards(soonest, undefined, { ...query, placeOf: beginningAhead })).entries;
};

/** The first entry of each event and exhibition. */
const firstOfEach = (entries: readonly CalendarEntry[]): CalendarEntry[] => {
  const seen = new Set<string>();
  return entries.filter(({ id }) => seen.size < seen.add(id).size);
};

/** The day of the site on which an occurrence ends. The calendar has a day until it is over everywhere on Earth. */
const lastDayOf = ({ startsAt, endsAt = startsAt }: Occasion, timeZone: string): string => dayOf(endsAt, timeZone);

/** Tells what is wanted and not over; a later month than the present one has again what has begun before. */
const isAheadOf =
  (month: string, query: CalendarScope) =>
  (entry: CalendarEntry): boolean =>
    (entry.isFirst || entry.place.startsWith(`${month}#`)) && isWanted(entry, query) && isNotOver(entry, query);

const isNotOver = (entry: CalendarEntry, { timeZone, now }: CalendarScope): boolean => {
  const end = overAt(entry, timeZone);
  noteBoundary(end);
  return end > now.getTime();
};

/** Of what begins on one day, that which has an hour is sooner than that which lasts the day. */
const beginningAhead = (occasion: Occasion, timeZone: string): number =>
  beginningOf(occasion, timeZone) + (occasion.startsAt.length === 10 ? 24 * 3_600_000 - 1 : 0);

/** The first sort key after one. */
const behind = (place: string): string => `${place} `;

/** Which of the entries that are read are meant, how many are enough, and how much is read for them at most. */
interface Reading {
  readonly isFound: (entry: CalendarEntry) => boolean;
  readonly isEnough: (found: readonly CalendarEntry[]) => boolean;
  readonly entriesPerQuery: number;
  readonly mostQueries: number;
}

/** Reads a range on until there is enough of it; `last` is the place to continue from where there may be more. */
const readOn = async (
  [from, to]: readonly [string, string],
  { isFound, isEnough, entriesPerQuery, mostQueries: most }: Reading,
): Promise<{ found: CalendarEntry[]; last?: string | undefined }> => {
  const found: CalendarEntry[] = [];
  let start = from;
  for (let queries = 1; ; queries += 1) {
    const { entries, last } = await readEntries([start, to], entriesPerQuery);
    found.push(...entries.filter(isFound));
    if (isEnough(found) || last === undefined || queries === most) return { found, last };
    start = behind(last);
  }
};

const readEntries = async (
  between: readonly [string, string],
  limit: number,
): Promise<{ entries: CalendarEntry[]; last?: string | undefined }> => {
  noteShown('lists');
  // A caller may alter the place in a cursor; the store refuses a range that ends before it begins.
  if (between[0] > between[1]) return { entries: [] };
  const range = { pk: calendarPartition, between, limit };
  const { items, last } = await queryPage(showcaseTable, range, calendarEntryIn);
  return { entries: items, last };
};

const isWanted = (entry: CalendarEntry, { scope: { category, campaign }, now }: CalendarScope): boolean => {
  notePlanned(entry);
  const time = now.toISOString();
  if (entry.publishedAt > time || (entry.unpublishAt ?? '~') <= time) return false;
  return (!category || entry.category === category) && (!campaign || entry.campaign === campaign);
};

/** Most bytes of the cards of one answer: as iCalendar, with every sign escaped, they are less than Lambda answers. */
const maxCardBytes = 1_500_000;

/**
 * The page of entries with their cards, as readers of the locale see them in their feed. What was withdrawn has no
 * card, and what was published with another time is listed anew in a moment: both are left out.
 */
const withCards = async (
  entries: readonly CalendarEntry[],
  last: string | undefined,
  {
    scope: { locale, translatedOnly, category, campaign },
    timeZone,
    now,
    placeOf,
  }: CalendarScope & { placeOf: typeof beginningOf },
): Promise<CalendarPage> => {
  const pk = { S: feedPartition({ locale, translatedOnly }) };
  const keys = [...new Set(entries.map(({ cardSortKey }) => cardSortKey))];
  const cards = await getItems(keys.map((key) => ({ pk, sk: { S: key } })));
  // A card knows a planned end before the list of what takes place does.
  for (const { unpublishAt } of cards) noteEnd(unpublishAt?.S);
  const texts = new Map(
    cards
      .filter(({ unpublishAt }) => (unpublishAt?.S ?? '~') > now.toISOString())
      .map(({ sk, card }) => [sk?.S, card?.S ?? 'null']),
  );
  const found: { begins: number; entry: FeedEntry }[] = [];
  let bytes = 0;
  for (const [n, entry] of entries.entries()) {
    const text = texts.get(entry.cardSortKey) ?? 'null';
    bytes += Buffer.byteLength(text);
    if (bytes > maxCardBytes) return { entries: sorted(found), last: entries[n - 1]?.place };
    const card: StoredCard | undefined = JSON.parse(text) ?? undefined;
    const showing = card && showingEntry({ sortKey: entry.cardSortKey, card }, entry);
    if (!showing) continue;
    if ((category && card.category !== category) || (campaign && card.campaign !== campaign)) continue;
    found.push({ begins: placeOf(entry, timeZone), entry: showing });
  }
  return { entries: sorted(found), last };
};

/** By start: the keys have days and times of other zones among each other. */
const sorted = (found: readonly { readonly begins: number; readonly entry: FeedEntry }[]): FeedEntry[] =>
  found.toSorted((one, other) => one.begins - other.begins).map(({ entry }) => entry);
