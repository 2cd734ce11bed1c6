import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { StaffEvent } from '../../../shared/contract/staff/schemas.ts';
import { readEventCounts } from '../../../shared/desk/events/event-counts.ts';
import { readEventsPage } from '../../../shared/desk/events/event-lists.ts';
import { findEvents } from '../../../shared/desk/events/find-events.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import type { ListPage } from '../../../shared/desk/store/list-segments.ts';
import { requireFiledEvents } from '../../../shared/desk/upgrade/file-events.ts';
import { upgradeLists } from '../../../shared/desk/upgrade/upgrade-lists.ts';
import { fromListCursor, fromSegmentCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Event } from '../../../shared/model/events/event.ts';
import { foldedTag } from '../../../shared/model/events/event-facts.ts';
import { timeRange } from '../../../shared/model/events/event-filter.ts';
import { eventStatuses } from '../../../shared/model/events/event-status.ts';
import { wantedTerms } from '../../../shared/model/text/search-terms.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { toStaffEvent } from './staff-event.ts';

type ListHandler = Handlers<typeof staffRoutes>['listStaffEvents'];

type Query = Parameters<ListHandler>[0]['query'];

export const listStaffEvents: ListHandler = async ({ query }, { now }) => {
  const { status, limit, cursor, ...others } = query;
  await upgradeLists();
  const [only = 'draft', ...further] = status ?? [];
  const isPlain = Object.keys(others).length === 0 && further.length === 0;
  const list = isPlain ? `EVENTS#${only}` : `EVENTS#${JSON.stringify({ status, ...others })}`;
  const { items, last } = isPlain
    ? await readEventsPage(only, { now, limit, after: fromSegmentCursor(list, cursor) })
    : await readFound(query, list, now);
  const shown = items.map(({ item }) => toListItem(item, now));
  const answer = pageOf(list, shown, (n) => items[n]?.place ?? '', last);
  // Pages and notices are few.
  const isCounted = cursor === undefined && query.kind === undefined;
  return { body: { ...answer, ...(isCounted && { counts: await readCounts(now) }) } };
};

const readCounts = async (now: Date) => {
  await requireFiledEvents();
  return readEventCounts(now);
};

const readFound = async (query: Query, list: string, now: Date): Promise<ListPage<Event>> => {
  await requireFiledEvents();
  const { q, category, campaign, author, handedTo, changed, outdated, from, to, sort = 'changed', limit } = query;
  const terms = q === undefined ? [] : wantedTerms(q);
  if (q !== undefined && terms.length === 0) throw new InvalidInputError([fieldError('q', 'nothingToSearch')]);
  const tag = query.tag === undefined ? undefined : foldedTag(query.tag);
  if (tag === '') throw new InvalidInputError([fieldError('tag', 'nothingToSearch')]);
  const { site } = await readSite();
  return findEvents({
    kind: query.kind ?? 'event',
    filter: {
      // What is archived is out of the way, unless it is asked for.
      statuses: query.status ?? eventStatuses.filter((status) => status !== 'archived'),
      ...{ terms, category, campaign, tag, author, handedTo, isChanged: changed, outdated },
      ...(query.missing && { missing: query.missing === true ? site.locales : [query.missing] }),
      range: timeRange(from, to, site.timeZone),
    },
    sort,
    order: query.order ?? (sort === 'starts' || sort === 'ends' ? 'ascending' : 'descending'),
    ...{ limit, now, after: fromListCursor(list, query.cursor) },
  });
};

/** An event in a list, without its body: a hundred bodies would exceed the size of an answer. */
const toListItem = ({ confirmedMentions: _, ...event }: Event, now: Date): StaffEvent => {
  const translations = Object.entries(event.translations).map(([locale, { body: _, ...text }]) => [locale, text]);
  return toStaffEvent({ ...event, translations: Object.fromEntries(translations) }, now);
};
