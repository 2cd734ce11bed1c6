import { nextDay } from '../time/next-day.ts';
import { startOfDay } from '../time/start-of-day.ts';
import type { EventFacts } from './event-facts.ts';
import { type EventStatus, eventStatusAt } from './event-status.ts';

/** By which of its times a list of events is sorted; `ends` is when its publication ends, as planned. */
export const eventSorts = ['changed', 'published', 'starts', 'ends'] as const;

export type EventSort = (typeof eventSorts)[number];

/** Times from one to another: as days, both included, and as instants, the end not included. */
export interface TimeRange {
  readonly fromDay: string;
  readonly from: string;
  readonly toDay: string;
  readonly before: string;
}

/** Which events are wanted: those of which everything holds that is given. */
export interface EventFilter {
  readonly statuses: readonly EventStatus[];
  /** Words, or their beginnings, folded. */
  readonly terms: readonly string[];
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
  readonly author?: string | undefined;
  readonly tag?: string | undefined;
  /** Somebody to whom it was handed. */
  readonly handedTo?: string | undefined;
  /** Languages of which one has no title. */
  readonly missing?: readonly string[] | undefined;
  readonly isChanged?: boolean | undefined;
  /** A language whose text is older than the original; `true` for any. */
  readonly outdated?: string | true | undefined;
  /** Of the time that the list is sorted by. */
  readonly range: TimeRange;
}

/** Before and after every time that an event has. */
const [first, last] = ['0', '~'];

/** From one day or instant to another, both included; a day lasts as long as it does in the time zone. */
export const timeRange = (from: string | undefined, to: string | undefined, timeZone: string): TimeRange => {
  const isDay = (text: string): boolean => text.length === 10;
  const startOf = (day: string): string => startOfDay(day, timeZone).toISOString();
  return {
    fromDay: from?.slice(0, 10) ?? first,
    from: from === undefined ? first : isDay(from) ? startOf(from) : from,
    toDay: to?.slice(0, 10) ?? last,
    before: to === undefined ? last : isDay(to) ? startOf(nextDay(to)) : `${to}$`,
  };
};

/** The time of an event by which it stands in a list; `undefined` where it has none, and is not in that list. */
export const sortTime = (
  { status, updatedAt, publishedAt, startsAt, unpublishAt }: EventFacts,
  sort: EventSort,
): string | undefined =>
  ({
    ...{ changed: updatedAt, published: publishedAt, starts: startsAt },
    ends: status === 'published' ? unpublishAt : undefined,
  })[sort];

/** True where a time, a day or an instant, is in a range. */
export const isWithin = (time: string, { fromDay, from, toDay, before }: TimeRange): boolean =>
  time.length === 10 ? time >= fromDay && time <= toDay : time >= from && time < before;

/** True where a list of the facts holds a value, or may hold it: version 0.2.0 has kept none. */
const mayHold = (values: readonly string[] | undefined, value: string | undefined): boolean =>
  value === undefined || values === undefined || values.includes(value);

/** True where an event, by its facts, is wanted now in a list that is sorted so. */
export const matchesFilter = (facts: EventFacts, filter: EventFilter, sort: EventSort, now: Date): boolean => {
  const { statuses, terms, category, campaign, tag, handedTo, author, missing, isChanged, outdated, range } = filter;
  const time = sortTime(facts, sort);
  const status = eventStatusAt(facts, now);
  return (
    time !== undefined &&
    isWithin(time, range) &&
    statuses.includes(status) &&
    (category === undefined || facts.category === category) &&
    (campaign === undefined || facts.campaign === campaign) &&
    (author === undefined || facts.createdBy === author) &&
    mayHold(facts.tags, tag) &&
    mayHold(facts.handedTo, handedTo) &&
    (missing === undefined || missing.some((locale) => !facts.locales.includes(locale))) &&
    // Nothing is public of what is withdrawn.
    (isChanged === undefined || (facts.isChanged && status !== 'withdrawn') === isChanged) &&
    (outdated === undefined || (outdated === true ? facts.outdated.length > 0 : facts.outdated.includes(outdated))) &&
    terms.every((term) => facts.terms.includes(` ${term}`))
  );
};
