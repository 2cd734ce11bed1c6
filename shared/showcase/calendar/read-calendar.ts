import { queryPage } from '../../aws/table.ts';
import { noteBoundary, noteEnd, notePlanned, noteShown } from '../../freshness/answer-facts.ts';
import { type Occasion, overAt } from '../../model/events/showing.ts';
import type { StoredCard } from '../store/card.ts';
import { type FeedScope, feedPartition } from '../store/feed-keys.ts';
import { getItems } from '../store/get-items.ts';
import type { FeedEntry } from '../store/read.ts';
import { showcaseTable } from '../store/table.ts';
import { todayIn } from '../store/today.ts';
import { type CalendarEntry, calendarEntryIn, calendarPartition } from './calendar-entries.ts';
import { beginningOf, touchesMonth } from './months.ts';
import { showingEntry } from './showing-entries.ts';

/** Which entries are wanted, for whom, and when and where it is. */
interface CalendarQuery {
  readonly scope: FeedScope;
  readonly limit: number;
  /** The place to go on after. */
  readonly after: string | undefined;
  readonly now: Date;
  readonly timeZone: string;
  /**
   * Most entries that one Query reads, and most Queries of what is still to come; as many as a page of the API costs,
   * where absent.
   */
  readonly reads?: { readonly entries: number; readonly queries: number };
}

/** Entries with their cards, by start; `last` is the place to continue from where there may be more. */
interface CalendarPage {
  readonly entries: FeedEntry[];
  readonly last?: string | undefined;
}

/** Most entries that one Query reads: of fewer than 200 bytes each, so that it costs at most ten read units. */
const mostRead = 500;

/** Most Queries of what is still to come. */
const mostQueries = 20;

/**
 * What takes place in a month (`2026-11`) in the zone of the site, past or to come: one Query, and the cards of what it
 * finds.
 */
export const readCalendarMonth = async (month: string, query: CalendarQuery): Promise<CalendarPage> => {
  const { limit, after, timeZone } = query;
  const range = [after === undefined ? `${month}#` : behind(after), `${month}$`] as const;
  const { entries, last } = await readEntries(range);
  const found = entries.filter((entry) => isWanted(entry, query) && touchesMonth(entry, month, timeZone));
  const shown = found.slice(0, limit);
  return withCards(shown, found.length > limit ? shown.at(-1)?.place : last, { ...query, placeOf: beginningOf });
};

/** What is not over at `now`, from this month on. Each occurrence comes once, though it may touch many months. */
export const readCalendarAhead = async (query: CalendarQuery): Promise<CalendarPage> => {
  const { limit, after, now, timeZone, reads = { entries: mostRead, queries: mostQueries } } = query;
  const month = todayIn(timeZone, now).slice(0, 7);
  const isNew = (entry: CalendarEntry) => entry.isFirst || entry.place.startsWith(`${month}#`);
  const found: CalendarEntry[] = [];
  let from = after === undefined ? `${month}#` : behind(after);
  for (let queries = 1; ; queries += 1) {
    const { entries, last } = await readEntries([from, '9'], reads.entries);
    found.push(...entries.filter((one) => isNew(one) && isWanted(one, query) && isNotOver(one, query)));
    const shown = found.slice(0, limit);
    const more = found.length > limit ? shown.at(-1)?.place : last;
    if (found.length > limit || last === undefined || queries === reads.queries) {
      return withCards(shown, more, { ...query, placeOf: beginningAhead });
    }
    from = behind(last);
  }
};

const isNotOver = (entry: CalendarEntry, { timeZone, now }: CalendarQuery): boolean => {
  const end = overAt(entry, timeZone);
  noteBoundary(end);
  return end > now.getTime();
};

/** Of what begins on one day, that which has an hour is sooner than that which lasts the day. */
const beginningAhead = (occasion: Occasion, timeZone: string): number =>
  beginningOf(occasion, timeZone) + (occasion.startsAt.length === 10 ? 24 * 3_600_000 - 1 : 0);

/** The first sort key after one. */
const behind = (place: string): string => `${place} `;

const readEntries = async (
  between: readonly [string, string],
  limit = mostRead,
): Promise<{ entries: CalendarEntry[]; last?: string | undefined }> => {
  noteShown('lists');
  // A caller may alter the place in a cursor; the store refuses a range that ends before it begins.
  if (between[0] > between[1]) return { entries: [] };
  const range = { pk: calendarPartition, between, limit };
  const { items, last } = await queryPage(showcaseTable, range, calendarEntryIn);
  return { entries: items, last };
};

const isWanted = (entry: CalendarEntry, { scope: { category, campaign }, now }: CalendarQuery): boolean => {
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
  }: CalendarQuery & { placeOf: typeof beginningOf },
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
