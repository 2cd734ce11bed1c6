import { keyOf, queryAll } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Event } from '../../model/events/event.ts';
import { factsOfEvent } from '../../model/events/event-facts.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { EventStatus } from '../../model/events/event-status.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { endingEventsList, eventStartsList } from './event-list-place.ts';

/**
 * How many events have each stored status, in as many items as a ULID has last letters: transactions that run at the
 * same time rarely change the same one.
 */
const statusCounts = 'COUNTS#EVENTS';

/** How many events have a planned end on each day, an item a month. */
const endCounts = 'COUNTS#EVENT-ENDS';

type Deltas = Map<string, { readonly pk: string; readonly sk: string; readonly counts: Map<string, number> }>;

const add = (deltas: Deltas, event: Event, by: 1 | -1): void => {
  // Of pages and notices, which are few, nobody asks how many there are.
  if (itemKindOf(event) !== 'event') return;
  const { status, unpublishAt } = factsOfEvent(event);
  const count = (pk: string, sk: string, name: string): void => {
    const delta = deltas.get(`${pk} ${sk}`) ?? { pk, sk, counts: new Map<string, number>() };
    deltas.set(`${pk} ${sk}`, delta);
    delta.counts.set(name, (delta.counts.get(name) ?? 0) + by);
  };
  count(statusCounts, event.id.slice(-1), status);
  if (status === 'published' && unpublishAt) {
    count(endCounts, unpublishAt.slice(0, 7), `day${unpublishAt.slice(8, 10)}`);
  }
};

/**
 * The writes by which the counts follow a version of an event: none where its status and its end stay, at most three.
 */
export const eventCountWrites = (event: Event | undefined, previous: Event | undefined): Write[] => {
  const deltas: Deltas = new Map();
  if (event) add(deltas, event, 1);
  if (previous) add(deltas, previous, -1);
  return [...deltas.values()].flatMap(({ pk, sk, counts }) => {
    const changed = [...counts].filter(([, by]) => by !== 0);
    if (changed.length === 0) return [];
    const text = `ADD ${changed.map(([name]) => `#${name} :${name}`).join(', ')}`;
    return [updateWrite(deskTable, keyOf(pk, sk), { text, values: Object.fromEntries(changed) })];
  });
};

/** The counts in the items of a partition, up to a sort key, summed up by name. */
const sums = async (pk: string, to: string): Promise<Map<string, Map<string, number>>> => {
  const found = new Map<string, Map<string, number>>();
  await queryAll(deskTable, { pk, between: ['0', to] }, ({ sk, ...item }) => {
    const numbers = Object.entries(item).flatMap(([name, value]) =>
      value.N ? [[name, Number(value.N)] as const] : [],
    );
    found.set(sk?.S ?? '', new Map(numbers));
  });
  return found;
};

/** How many published events had their planned end by now. */
const countEnded = async (now: Date): Promise<number> => {
  const [month, day] = [now.toISOString().slice(0, 7), now.toISOString().slice(8, 10)];
  const today = { pk: endingEventsList, index: listIndex, attributes: 'listSk' };
  const [months, ended] = await Promise.all([
    sums(endCounts, month),
    queryAll(deskTable, { ...today, between: [now.toISOString().slice(0, 10), `${now.toISOString()}~`] }),
  ]);
  const earlier = [...months].flatMap(([name, days]) =>
    [...days].filter(([dayName]) => name < month || dayName < `day${day}`).map(([, count]) => count),
  );
  return ended.length + earlier.reduce((sum, count) => sum + count, 0);
};

const countScheduled = async (now: Date): Promise<number> => {
  const range = { pk: eventStartsList, index: listIndex, after: `${now.toISOString()}~`, attributes: 'listSk' };
  return (await queryAll(deskTable, range)).length;
};

/**
 * How many events have each status now. What is stored is counted in the transactions that store it; how many of the
 * published ones are scheduled still, or over, follows from the clock.
 */
export const readEventCounts = async (now: Date): Promise<Record<EventStatus, number>> => {
  const [shards, scheduled, ended] = await Promise.all([sums(statusCounts, '~'), countScheduled(now), countEnded(now)]);
  const stored = (status: string): number => [...shards.values()].reduce((sum, one) => sum + (one.get(status) ?? 0), 0);
  return {
    draft: stored('draft'),
    inReview: stored('inReview'),
    scheduled,
    published: stored('published') - scheduled - ended,
    withdrawn: stored('withdrawn') + ended,
    archived: stored('archived'),
  };
};
