import { type Event, eventSchema } from '../../model/events/event.ts';
import { type EventStatus, eventStatusAt } from '../../model/events/event-status.ts';
import { type ListPage, readSegment, readSegments } from '../store/list-segments.ts';
import { readScheduledPage } from '../store/start-entries.ts';
import { endingEventsList, eventStartsList } from './event-list-place.ts';
import { readEvent } from './events.ts';

interface PageRequest {
  readonly now: Date;
  readonly limit: number;
  /** The place of the last item of the previous page. */
  readonly after: string | undefined;
}

/**
 * A page of the events that have a status now. Scheduled ones come soonest first; of published ones first those that
 * have a planned end, the soonest first, then the others, last changed first; of withdrawn ones comes first what was
 * withdrawn, changed or over last; of the rest what was changed last.
 */
export const readEventsPage = (status: EventStatus, request: PageRequest): Promise<ListPage<Event>> => {
  if (status === 'scheduled') return readScheduled(request);
  if (status === 'published') return readPublished(request);
  if (status === 'withdrawn') return readWithdrawn(request);
  return readSegment({ list: `EVENTS#${status}`, from: request.after }, eventSchema, request.limit);
};

const readScheduled = (request: PageRequest): Promise<ListPage<Event>> =>
  readScheduledPage(eventStartsList, request, readEvent, (item) => eventStatusAt(item, request.now) === 'scheduled');

/** The first sort key of an index by time that lies after a moment. */
const afterMoment = (now: Date): string => `${now.toISOString()}$`;

const readPublished = ({ now, limit, after }: PageRequest): Promise<ListPage<Event>> =>
  readSegments(
    [{ list: endingEventsList, isAscending: true, from: afterMoment(now) }, { list: 'EVENTS#published' }],
    eventSchema,
    // Both lists hold published events, except those that are still scheduled.
    { limit, after, isListed: (event) => eventStatusAt(event, now) === 'published' },
  );

/** Merges two lists by time: events that staff withdrew, and events whose publication ended as planned. */
const readWithdrawn = async ({ now, limit, after }: PageRequest): Promise<ListPage<Event>> => {
  const [byStaff, byClock] = await Promise.all([
    readSegment({ list: 'EVENTS#withdrawn', from: after }, eventSchema, limit),
    readSegment({ list: endingEventsList, from: after ?? afterMoment(now) }, eventSchema, limit),
  ]);
  // A list may be cut short by the size of its items: how far both have been read.
  const frontier = [byStaff.last ?? '', byClock.last ?? ''].sort().at(-1) ?? '';
  const all = [...byStaff.items, ...byClock.items]
    .filter(({ place }) => place >= frontier)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const items = all.slice(0, limit);
  const hasMore = all.length > limit || byStaff.last !== undefined || byClock.last !== undefined;
  const last = hasMore ? items.at(-1)?.place : undefined;
  return { items, ...(last && { last }) };
};
