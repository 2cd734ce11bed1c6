import { type Event, eventSchema } from '../../model/event.ts';
import { readSegment } from '../store/list-segments.ts';
import { allLists, isListedByChange } from './event-list-place.ts';

/** Every event, page and notice, or those that were changed at a time or later, list by list. For a comparison with all of them. */
export async function* readAllEvents(since = ''): AsyncGenerator<Event> {
  for (const list of allLists) {
    let from: string | undefined;
    do {
      const { items, last } = await readSegment({ list, from }, eventSchema, 100);
      for (const { item } of items) if (item.updatedAt >= since) yield item;
      const isPast = isListedByChange(list) && (items.at(-1)?.item.updatedAt ?? '') < since;
      from = isPast ? undefined : last;
    } while (from !== undefined);
  }
}
