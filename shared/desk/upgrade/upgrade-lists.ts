import { getItem, keyOf } from '../../aws/table.ts';
import { putWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type Event, eventSchema } from '../../model/events/event.ts';
import { exhibitionSchema } from '../../model/exhibitions/exhibition.ts';
import { eventListPlace, eventStartsList } from '../events/event-list-place.ts';
import { exhibitionListKey, exhibitionStartsList } from '../exhibitions/exhibitions.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { readSegment } from '../store/list-segments.ts';
import { isScheduledVersion, startEntryWrite } from '../store/start-entries.ts';
import { deskTable } from '../store/table.ts';

/** How much of the lists of version 0.1.0 has been processed: the list, and the sort key in it. */
const progressKey = keyOf('LISTS', 'FILED');

const lists = ['EVENTS#draft', 'EVENTS#published', exhibitionListKey('published')] as const;

/**
 * Files what version 0.1.0 has stored in the lists of this one: withdrawn events lay among the drafts, and nothing was
 * listed by the time at which it becomes public or ends. It is done once for a table, by the first request for a list
 * or by the hourly maintenance; an interrupted run leaves the rest to the next. No version is made, since nothing
 * changes in what was written.
 */
export const upgradeLists = async (): Promise<void> => {
  const progress = await getItem(deskTable, progressKey, ({ filedUpTo }) => filedUpTo?.S);
  const [list = lists[0], key] = progress?.split(' ') ?? [];
  if (list === 'done') return;
  let from = key;
  for (const current of lists.slice(Math.max(0, lists.indexOf(list as (typeof lists)[number])))) {
    do {
      from = current === exhibitionListKey('published') ? await fileExhibitions(from) : await fileEvents(current, from);
      if (from !== undefined) await saveProgress(`${current} ${from}`);
    } while (from !== undefined);
  }
  await saveProgress('done');
};

const saveProgress = (filedUpTo: string): Promise<boolean> =>
  writeItem(putWrite(deskTable, { ...progressKey, filedUpTo: { S: filedUpTo } }));

const fileEvents = async (list: string, from: string | undefined): Promise<string | undefined> => {
  const { items, last } = await readSegment({ list, from }, eventSchema, 200);
  for (const { item } of items) {
    if (isScheduledVersion(item)) await writeItem(startEntryWrite(`EVENT#${item.id}`, eventStartsList, item));
    if (eventListPlace(item).list !== list) await fileEvent(item);
  }
  return last;
};

/** A version that was written meanwhile is in its list already. */
const fileEvent = (event: Event): Promise<boolean> => {
  const { list, sortKey } = eventListPlace(event);
  const change = { text: 'SET listPk = :list, listSk = :sortKey', values: { list, sortKey } };
  return writeItem(
    updateWrite(deskTable, keyOf(`EVENT#${event.id}`, 'WORKING'), change, unchanged('version', event.version)),
  );
};

const fileExhibitions = async (from: string | undefined): Promise<string | undefined> => {
  const { items, last } = await readSegment({ list: exhibitionListKey('published'), from }, exhibitionSchema, 200);
  for (const { item } of items) {
    if (!isScheduledVersion(item)) continue;
    await writeItem(startEntryWrite(exhibitionPk(item.id), exhibitionStartsList, item));
  }
  return last;
};
