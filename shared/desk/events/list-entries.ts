import { jsonOf } from '../../aws/document.ts';
import { type Item, keyOf } from '../../aws/table.ts';
import { type Condition, deleteWrite, exists, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Event } from '../../model/events/event.ts';
import { type EventFacts, eventFactsSchema, factsOfEvent } from '../../model/events/event-facts.ts';
import { type EventSort, sortTime } from '../../model/events/event-filter.ts';
import { type ItemKind, itemKindOf } from '../../model/events/event-kind.ts';
import { isScheduledVersion } from '../store/start-entries.ts';
import { deskTable } from '../store/table.ts';
import { listsOfKind } from './event-list-place.ts';

/**
 * Names a failed check in `ConditionsFailedError.failedConditions`: an event that an earlier version stored has no
 * entries.
 */
export const filedCondition = 'filed';

/**
 * The groups into which the lists of all events are divided, by what is stored: `starting` was published for a later
 * time, `ending` has a planned end. The clock may have moved an event of these two to another status since.
 */
export const eventGroups = [
  ...(['draft', 'inReview', 'published', 'starting', 'ending', 'withdrawn', 'archived'] as const),
] as const;

export type EventGroup = (typeof eventGroups)[number];

const groupOf = (event: Event, { status, unpublishAt }: EventFacts): EventGroup => {
  if (status !== 'published') return status;
  if (isScheduledVersion(event)) return 'starting';
  return unpublishAt ? 'ending' : 'published';
};

/** The orders that have entries: by its planned end the index lists an event itself (`event-list-place.ts`). */
const enteredSorts = ['changed', 'published', 'starts'] as const satisfies EventSort[];

export type EnteredSort = (typeof enteredSorts)[number];

/** The partition of the index with the events of a group in an order. */
export const sortedList = (kind: ItemKind, sort: EnteredSort, group: EventGroup): string =>
  `${listsOfKind[kind]}-BY-${sort.toUpperCase()}#${group}`;

/** The partitions with what one filter lets through, of every status, by the last change. */
export const filteredLists = (kind: ItemKind) => {
  const lists = listsOfKind[kind];
  return {
    author: (id: string) => `${lists}-OF#${id}`,
    category: (slug: string) => `${lists}-IN#${slug}`,
    campaign: (slug: string) => `${lists}-OF-CAMPAIGN#${slug}`,
    changed: () => `${lists}-CHANGED`,
    outdated: () => `${lists}-OUTDATED`,
  } as const;
};

const slotKey = (id: string, slot: string) => keyOf(`EVENT#${id}`, `LIST#${slot}`);

/** The entry that every event has. */
export const mainEntryKey = (id: string) => slotKey(id, 'all-changed');

/** Where an event is entered: the list by the name of the entry. */
const listsOf = (event: Event, facts: EventFacts): Map<string, { readonly list: string; readonly time: string }> => {
  const { updatedAt, createdBy, category, campaign } = facts;
  const group = groupOf(event, facts);
  const kind = itemKindOf(event);
  const lists = filteredLists(kind);
  const sorted = enteredSorts.flatMap((sort) => {
    const time = sortTime(facts, sort);
    return time === undefined ? [] : [[`all-${sort}`, { list: sortedList(kind, sort, group), time }] as const];
  });
  const filtered = [
    ['author', lists.author(createdBy)],
    ['category', category && lists.category(category)],
    ['campaign', campaign && lists.campaign(campaign)],
    ['changed', facts.isChanged && lists.changed()],
    ['outdated', facts.outdated.length > 0 && lists.outdated()],
  ] as const;
  return new Map([
    ...sorted,
    ...filtered.flatMap(([slot, list]) => (list ? [[slot, { list, time: updatedAt }] as const] : [])),
  ]);
};

/** The writes that enter a version of an event in the lists; `condition` is of the entry that every event has. */
const entryWrites = (event: Event, condition: Condition | undefined): Write[] => {
  const facts = factsOfEvent(event);
  const text = { S: JSON.stringify(facts) };
  return [...listsOf(event, facts)].map(([slot, { list, time }]) =>
    putWrite(
      deskTable,
      {
        ...slotKey(event.id, slot),
        facts: text,
        listPk: { S: list },
        listSk: { S: `${time}#${event.id}` },
      },
      slot === 'all-changed' ? condition : undefined,
    ),
  );
};

const slotsOf = (event: Event): string[] => [...listsOf(event, factsOfEvent(event)).keys()];

/**
 * The writes that go with a version of an event: at most eight. They fail by `filedCondition` where the version before,
 * which an earlier release stored, was never entered.
 */
export const listEntryWrites = (event: Event, previous: Event | undefined): Write[] => {
  const kept = new Set(slotsOf(event));
  const gone = previous ? slotsOf(previous).filter((slot) => !kept.has(slot)) : [];
  return [
    ...entryWrites(event, previous && exists(filedCondition)),
    ...gone.map((slot) => deleteWrite(deskTable, slotKey(event.id, slot))),
  ];
};

/** The writes that enter an event for the first time: they fail by `filedCondition` where that was done. */
export const firstEntryWrites = (event: Event): Write[] => entryWrites(event, isNew(filedCondition));

/** The writes that take an event out of all lists. */
export const listEntryRemovals = (event: Event): Write[] =>
  slotsOf(event).map((slot) => deleteWrite(deskTable, slotKey(event.id, slot)));

/** An event in a list: its facts, and its place there. */
export interface ListEntry {
  readonly id: string;
  readonly place: string;
  readonly facts: EventFacts;
}

const factsIn = jsonOf(eventFactsSchema, 'facts');

/** An entry of the index as it is read. */
export const listEntryOf = (item: Item): ListEntry => ({
  id: item.pk?.S?.slice('EVENT#'.length) ?? '',
  place: item.listSk?.S ?? '',
  facts: factsIn(item),
});
