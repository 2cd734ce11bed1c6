import { getItem, keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from '../store/table.ts';

const key = keyOf('LISTS', 'CALENDAR-MADE');

/** The version of the calendar's list in which everything public is entered; 0 where an earlier release made it public. */
export const readCalendarMark = async (): Promise<number> =>
  (await getItem(deskTable, key, ({ calendar }) => Number(calendar?.N ?? 0))) ?? 0;

/** Records that everything public is entered in the calendar's list; a worker of an earlier release lowers nothing. */
export const saveCalendarMark = async (calendar: number): Promise<void> => {
  const condition = { text: 'attribute_not_exists(calendar) OR calendar < :calendar', values: { calendar } };
  await writeItem(updateWrite(deskTable, key, { text: 'SET calendar = :calendar', values: { calendar } }, condition));
};
