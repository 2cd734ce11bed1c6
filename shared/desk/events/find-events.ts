import { documentOf } from '../../aws/document.ts';
import { getMany } from '../../aws/get-many.ts';
import { type Item, keyOf, type Page, queryPage, type Range } from '../../aws/table.ts';
import { type Event, eventSchema } from '../../model/events/event.ts';
import { factsOfEvent } from '../../model/events/event-facts.ts';
import { type EventFilter, type EventSort, matchesFilter, sortTime } from '../../model/events/event-filter.ts';
import { type ItemKind, itemKindOf } from '../../model/events/event-kind.ts';
import type { EventStatus } from '../../model/events/event-status.ts';
import type { ListPage } from '../store/list-segments.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { endingList } from './event-list-place.ts';
import {
  type EnteredSort,
  type EventGroup,
  eventGroups,
  filteredLists,
  type ListEntry,
  listEntryOf,
  mainEntryKey,
  sortedList,
} from './list-entries.ts';
import { readIdsByWord } from './title-words.ts';

/** Most keys of the index that a request reads, and most of them for a list that may turn out to be longer. */
const [mostKeys, mostOfFilter] = [2_000, 1_000];

/** Which events, pages or notices are wanted, in which order, and from which place on. */
interface EventsRequest {
  readonly kind: ItemKind;
  readonly filter: EventFilter;
  readonly sort: EventSort;
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
  /** The place that the page before ended at. */
  readonly after: string | undefined;
  readonly now: Date;
}

/**
 * A page of the events that a filter lets through, sorted by one of their times. It reads one index: what the most
 * selective filter lets through, where that is at most a thousand events, which are sorted in memory; else all events
 * of the wanted statuses in their order, as far as the keys of a request go. So a page may be short, or empty, and have
 * a `last` from which the next one goes on.
 */
export const findEvents = async (request: EventsRequest): Promise<ListPage<Event>> => {
  const { filter, order, after } = request;
  const [mode, position] = after?.split(';') ?? [];
  const isFirst = (one: ListEntry, other: ListEntry): number =>
    (one.place < other.place ? -1 : Number(one.place > other.place)) * (order === 'ascending' ? 1 : -1);
  const filtered = mode === 'all' ? undefined : await readFiltered(request);
  const isProbed = filtered !== undefined;
  const whole = filtered === 'tooMany' ? undefined : filtered;
  const read = whole ? { entries: whole } : await readSorted(request, position, isProbed ? mostOfFilter : mostKeys);
  const hits = read.entries
    .filter(({ facts, place }) => matchesFilter(facts, filter, request.sort, request.now) && place !== position)
    .filter(({ place }) => position === undefined || (order === 'ascending' ? place > position : place < position))
    .sort(isFirst);
  const page = hits.slice(0, request.limit);
  const events = await readEvents(page.map(({ id }) => id));
  const prefix = whole ? 'filter' : 'all';
  const items = page.flatMap(({ id, place }) => {
    const item = events.get(id);
    // The index may lag behind the table.
    const isMeant =
      item && itemKindOf(item) === request.kind && matchesFilter(factsOfEvent(item), filter, request.sort, request.now);
    return isMeant ? [{ item, place: `${prefix};${place}` }] : [];
  });
  const end = hits.length > page.length ? page.at(-1)?.place : read.frontier;
  return { items, ...(end !== undefined && { last: `${prefix};${end}` }) };
};

const readEvents = async (ids: readonly string[]): Promise<Map<string, Event>> => {
  const items = await getMany(
    deskTable,
    ids.map((id) => keyOf(`EVENT#${id}`, 'WORKING')),
  );
  return new Map(items.map(documentOf(eventSchema)).map((event) => [event.id, event]));
};

/** Everything that the most selective filter lets through; undefined where none is given that has an index. */
const readFiltered = async ({ kind, filter, sort }: EventsRequest): Promise<ListEntry[] | 'tooMany' | undefined> => {
  const { terms, isChanged, outdated, campaign, author, category } = filter;
  const [longest] = [...terms].sort((a, b) => b.length - a.length);
  if (longest) {
    const { items, last } = await readIdsByWord(kind, longest, mostOfFilter);
    if (last !== undefined) return 'tooMany';
    const found = await getMany(deskTable, items.map(mainEntryKey), { isConsistent: false });
    return found.map(listEntryOf).map((entry) => placedBy(entry, sort));
  }
  const lists = filteredLists(kind);
  const list =
    (isChanged && lists.changed()) ||
    (outdated && lists.outdated()) ||
    (campaign && lists.campaign(campaign)) ||
    (author && lists.author(author)) ||
    (category && lists.category(category));
  if (!list) return undefined;
  const range = { pk: list, index: listIndex, limit: mostOfFilter, attributes: 'pk, listSk, facts' };
  const { items, last } = await queryPage(deskTable, range, listEntryOf);
  return last === undefined ? items.map((entry) => placedBy(entry, sort)) : 'tooMany';
};

/** The entry with the place that it has in a list that is sorted so; one that is in none matches no filter. */
const placedBy = (entry: ListEntry, sort: EventSort): ListEntry => ({
  ...entry,
  place: `${sortTime(entry.facts, sort) ?? ''}#${entry.id}`,
});

/** What each group may hold now, by the clock. */
const groupsOf: Readonly<Record<EventStatus, readonly EventGroup[]>> = {
  draft: ['draft'],
  inReview: ['inReview'],
  scheduled: ['starting'],
  published: ['published', 'starting', 'ending'],
  withdrawn: ['withdrawn', 'starting', 'ending'],
  archived: ['archived'],
};

/** Of the keys of a request each group gets its share: most events of a site are published, and then archived. */
const shares: Readonly<Record<EventGroup, number>> = {
  ...{ draft: 2, inReview: 1, published: 8, starting: 1, ending: 2, withdrawn: 2, archived: 4 },
};

/** A page of each of the groups that may hold events of the statuses, as far as the keys go. */
const readGroups = (
  { kind, sort, statuses }: { kind: ItemKind; sort: EnteredSort; statuses: readonly EventStatus[] },
  range: Omit<Range, 'pk'>,
  keys: number,
): Promise<Page<ListEntry>[]> => {
  const groups = eventGroups.filter((group) => statuses.some((status) => groupsOf[status].includes(group)));
  const all = groups.reduce((sum, group) => sum + shares[group], 0);
  return Promise.all(
    groups.map((group) => {
      const limit = Math.floor((keys * shares[group]) / all);
      const part = { ...range, pk: sortedList(kind, sort, group), limit, attributes: 'pk, listSk, facts' };
      return queryPage(deskTable, part, listEntryOf);
    }),
  );
};

/** Most events with a planned end that a request reads: the index holds them whole. */
const mostEnding = 200;

const eventOf = documentOf(eventSchema);

/** An event as the index lists it by its planned end. */
const entryOfEnding = (item: Item): ListEntry => {
  const event = eventOf(item);
  return { id: event.id, place: item.listSk?.S ?? '', facts: factsOfEvent(event) };
};

/** What is entered of the wanted groups, from a place on; `frontier` is how far that is all, where there is more. */
const readSorted = async (
  { kind, filter: { statuses, range: times }, sort, order }: EventsRequest,
  position: string | undefined,
  keys: number,
): Promise<{ entries: ListEntry[]; frontier?: string | undefined }> => {
  const isAscending = order === 'ascending';
  const low = times.fromDay < times.from ? times.fromDay : times.from;
  const high = `${times.toDay > times.before ? times.toDay : times.before}~`;
  const from = isAscending && position !== undefined && position > low ? position : low;
  const to = !isAscending && position !== undefined && position < high ? position : high;
  if (from > to) return { entries: [] };
  const range: Omit<Range, 'pk'> = { index: listIndex, between: [from, to], order };
  const pages =
    sort === 'ends'
      ? [await queryPage(deskTable, { ...range, pk: endingList(kind), limit: mostEnding }, entryOfEnding)]
      : await readGroups({ kind, sort, statuses }, range, keys);
  // Beyond the nearest end of what was read, another group may have something in between.
  const frontier = pages
    .flatMap(({ last }) => last ?? [])
    .sort()
    .at(isAscending ? 0 : -1);
  const isRead = ({ place }: ListEntry): boolean =>
    frontier === undefined || (isAscending ? place <= frontier : place >= frontier);
  return { entries: pages.flatMap(({ items }) => items).filter(isRead), frontier };
};
