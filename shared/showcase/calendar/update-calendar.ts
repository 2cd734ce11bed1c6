import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { StoreBusyError } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import type { PublicChange } from '../store/public-summary.ts';
import { showcaseTable } from '../store/table.ts';
import { itemRemoval, itemWrite } from '../store/write.ts';
import { type CalendarContent, calendarItems } from './calendar-entries.ts';
import {
  ConcurrentListingError,
  deleteCalendarRecord,
  readCalendarRecord,
  saveCalendarRecord,
} from './calendar-record.ts';
import { readCalendarContent } from './read-calendar-content.ts';

const attempts = 6;

/**
 * Makes the calendar hold of an event or an exhibition what is public of it now: the same however often and in whatever
 * order it is called. A worker that finds another at the same entries begins again, and cleans up what both have
 * written. Throws `StoreBusyError`.
 */
export const updateCalendar = async (item: Pick<PublicChange, 'kind' | 'id'>, now: Date): Promise<void> => {
  /** Contents whose entries may be left though the record no longer names them. */
  const suspects: CalendarContent[] = [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    // The record is read first. What is public is then at least as new, and a worker with newer content finds the
    // record changed.
    const record = await readCalendarRecord(item.id);
    const content = await readCalendarContent(item, now);
    const wanted = content ? [content] : [];
    const isSettled = !record || record.settled;
    if (suspects.length === 0 && isSettled && isDeepStrictEqual(record?.listed ?? [], wanted)) return;
    const known = [...suspects, ...(record?.listed ?? [])];
    try {
      return await replace(item.id, record?.stamp, known, wanted);
    } catch (error) {
      if (!(error instanceof ConcurrentListingError)) throw error;
      suspects.push(...known, ...wanted);
      // Workers that begin again at the same moment would disturb each other for ever.
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
  throw new StoreBusyError(`The calendar entries of ${item.id} were written by others ${attempts} times.`);
};

/** The record names every entry, old and new, while they are written; then only those that are there. */
const replace = async (
  id: string,
  before: string | undefined,
  known: readonly CalendarContent[],
  wanted: readonly CalendarContent[],
): Promise<void> => {
  const stamp = await saveCalendarRecord(id, [...known, ...wanted], false, before);
  const next = new Map(wanted.flatMap((one) => [...calendarItems(id, one)]));
  const old = new Map(known.flatMap((one) => [...calendarItems(id, one)]));
  await writeMany(showcaseTable, [
    ...[...old].flatMap(([key, item]) => (next.has(key) ? [] : [itemRemoval(item)])),
    ...[...next.values()].map(itemWrite),
  ]);
  if (wanted.length > 0) await saveCalendarRecord(id, wanted, true, stamp);
  else await deleteCalendarRecord(id, stamp);
};
