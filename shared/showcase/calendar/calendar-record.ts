import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { getItem, type Item, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { projectedJson } from '../store/projection.ts';
import { showcaseTable } from '../store/table.ts';
import { type CalendarContent, calendarContentSchema } from './calendar-entries.ts';

/**
 * The record of what the calendar holds of an event or an exhibition: it always names every entry that there may be.
 */
interface CalendarRecord {
  /** Contents whose entries may be there. */
  readonly listed: readonly CalendarContent[];
  /** True where exactly the entries that it names are there. */
  readonly settled: boolean;
  /** Different after each write. */
  readonly stamp: string;
}

/** Another worker has written the record meanwhile. */
export class ConcurrentListingError extends Error {
  override readonly name = 'ConcurrentListingError';
}

const key = (id: string) => keyOf(`CALENDAR#${id}`, 'LISTED');

/** The record of an event or an exhibition, by its id; none where nothing of it is in the calendar. */
export const readCalendarRecord = (id: string): Promise<CalendarRecord | undefined> => {
  const read = ({ listed, settled, stamp }: Item): CalendarRecord => ({
    listed: projectedJson(z.array(calendarContentSchema), listed),
    settled: settled?.BOOL === true,
    stamp: stamp?.S ?? '',
  });
  return getItem(showcaseTable, key(id), read, { isConsistent: true });
};

const writeUnlessModified = async (write: Write): Promise<void> => {
  if (!(await writeItem(write))) throw new ConcurrentListingError('Another worker has written the record.');
};

/**
 * Writes the record in place of the one with the stamp `before`, or of none, and gives its own stamp. Throws
 * `ConcurrentListingError`.
 */
export const saveCalendarRecord = async (
  id: string,
  listed: readonly CalendarContent[],
  settled: boolean,
  before: string | undefined,
): Promise<string> => {
  const stamp = randomUUID();
  const item = {
    ...key(id),
    ...{ listed: { S: JSON.stringify(listed) }, settled: { BOOL: settled }, stamp: { S: stamp } },
  };
  await writeUnlessModified(putWrite(showcaseTable, item, unchanged('stamp', before)));
  return stamp;
};

/** Deletes the record with the stamp `before`. Throws `ConcurrentListingError`. */
export const deleteCalendarRecord = (id: string, before: string): Promise<void> =>
  writeUnlessModified(deleteWrite(showcaseTable, key(id), unchanged('stamp', before)));
