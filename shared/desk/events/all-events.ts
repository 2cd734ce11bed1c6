import { fromDocument } from '../../aws/document.ts';
import { readEach, UnreadableItemsError } from '../../aws/read-each.ts';
import { queryPage } from '../../aws/table.ts';
import { type Event, eventSchema } from '../../model/events/event.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { allLists, isListedByChange } from './event-list-place.ts';

/**
 * Every event, page and notice, or those that were changed at a time or later, list by list, as many at a time as one
 * Query finds. Throws `UnreadableItemsError` where some cannot be read, after it has given all others.
 */
export async function* readEventBatches(since = ''): AsyncGenerator<Event[]> {
  const unreadable: string[] = [];
  for (const list of allLists) {
    let from: string | undefined;
    do {
      const range = { pk: list, index: listIndex, after: from, order: 'descending', limit: 100 } as const;
      const { items, last } = await queryPage(deskTable, range);
      const read = readEach(items, ({ doc }) => fromDocument(eventSchema, doc));
      unreadable.push(...read.unreadable);
      yield read.found.filter(({ updatedAt }) => updatedAt >= since);
      const isPast = isListedByChange(list) && (read.found.at(-1)?.updatedAt ?? since) < since;
      from = isPast ? undefined : last;
    } while (from !== undefined);
  }
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
}

/** The same one by one. For a comparison with all of them. */
export async function* readAllEvents(since?: string): AsyncGenerator<Event> {
  for await (const events of readEventBatches(since)) yield* events;
}
