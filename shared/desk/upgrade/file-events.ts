import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { getMany } from '../../aws/get-many.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { eventSchema } from '../../model/events/event.ts';
import { UnavailableError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { eventLists } from '../events/event-list-place.ts';
import { fileEvent } from '../events/events.ts';
import { mainEntryKey } from '../events/list-entries.ts';
import { readSegment } from '../store/list-segments.ts';
import { deskTable } from '../store/table.ts';

/** How many events are looked at in one Query, and how many are entered at the same time. */
const [pageSize, concurrency] = [100, 8];

/** How long a request for a list enters events before it is refused, in milliseconds. */
const requestBudgetMs = 8_000;

/** How far the events of an earlier release are entered: the list, and the sort key in it; or `done`. */
const progressKey = keyOf('LISTS', 'EVENTS-ENTERED');

const save = (enteredUpTo: string): Promise<boolean> =>
  writeItem(putWrite(deskTable, { ...progressKey, enteredUpTo: { S: enteredUpTo } }));

/**
 * Enters the events that an earlier release has stored in the lists, the counts and under their words; true once all
 * are. It is done once for a table, by requests for a list or by the hourly maintenance, each of which continues where
 * another was interrupted or came to the end of its time (`performance.now()`).
 */
export const fileEvents = async (until = Number.POSITIVE_INFINITY): Promise<boolean> => {
  const progress = await getItem(deskTable, progressKey, ({ enteredUpTo }) => enteredUpTo?.S);
  if (progress === 'done') return true;
  const [begun = eventLists[0], key] = progress?.split(' ') ?? [];
  let from = key;
  for (const list of eventLists.slice(Math.max(0, eventLists.indexOf(begun as (typeof eventLists)[number])))) {
    do {
      const { items, last } = await readSegment({ list, from }, eventSchema, pageSize);
      const keys = items.map(({ item }) => mainEntryKey(item.id));
      const entered = new Set((await getMany(deskTable, keys, { attributes: 'pk' })).map(({ pk }) => pk?.S));
      const missing = items.map(({ item }) => item).filter(({ id }) => !entered.has(`EVENT#${id}`));
      await mapWithConcurrency(missing, concurrency, fileEvent);
      from = last;
      if (from !== undefined) await save(`${list} ${from}`);
      if (from !== undefined && performance.now() > until) return false;
    } while (from !== undefined);
  }
  await save('done');
  return true;
};

/** Refuses a list for the moment as long as it would lack events of an earlier release, and enters more of them. */
export const requireFiledEvents = async (): Promise<void> => {
  if (await fileEvents(performance.now() + requestBudgetMs)) return;
  throw new UnavailableError(reason('listsInPreparation'));
};
