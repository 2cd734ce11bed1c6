import type { Event } from '../../model/events/event.ts';
import { type ItemKind, itemKindOf } from '../../model/events/event-kind.ts';
import { listSortKey } from '../store/versions.ts';

/** What the names of lists begin with: 0.2.0 knows those of events, and lists no page and no notice. */
export const listsOfKind = { event: 'EVENTS', page: 'PAGES', notice: 'NOTICES' } as const satisfies Record<
  ItemKind,
  string
>;

/**
 * The events with a planned end, by that moment: those before now are withdrawn, those after it are published or
 * scheduled.
 */
export const endingEventsList = 'EVENTS#ending';

/** The same of events, pages or notices. */
export const endingList = (kind: ItemKind): string => `${listsOfKind[kind]}#ending`;

/** The entries of events that were published for a later time, by that time. */
export const eventStartsList = 'EVENT-STARTS';

/**
 * Every partition of the index that holds events. Their order makes sure that an event which moves between lists is
 * still read.
 */
export const eventLists = [
  ...(['EVENTS#draft', 'EVENTS#inReview', 'EVENTS#published'] as const),
  ...([endingEventsList, 'EVENTS#withdrawn', 'EVENTS#archived'] as const),
] as const;

/** The same of events, pages and notices. */
export const allLists: readonly string[] = Object.values(listsOfKind).flatMap((kind) =>
  eventLists.map((list) => list.replace(listsOfKind.event, kind)),
);

/** True where a list is sorted by the last change. */
export const isListedByChange = (list: string): boolean => !list.endsWith('#ending');

/** Where the index lists an event; its place there stays the same until it is written again. */
export const eventListPlace = (event: Event): { list: string; sortKey: string } => {
  const { id, status, publishedAt, unpublishAt } = event;
  const lists = listsOfKind[itemKindOf(event)];
  if (status === 'published' && unpublishAt !== undefined) {
    return { list: endingList(itemKindOf(event)), sortKey: `${unpublishAt}#${id}` };
  }
  // Version 0.1.0 stored it so.
  const isWithdrawn = status === 'draft' && publishedAt !== undefined;
  return { list: `${lists}#${isWithdrawn ? 'withdrawn' : status}`, sortKey: listSortKey(event) };
};
