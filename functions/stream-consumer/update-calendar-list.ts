import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { isFaultOfData } from '../../shared/aws/is-fault-of-data.ts';
import { updateCalendar } from '../../shared/showcase/calendar/update-calendar.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';

/** How many events and exhibitions are listed at the same time. */
const concurrency = 8;

/**
 * Updates the calendar: each event and exhibition of the changes is listed once, as it is public now. Gives the last
 * record of each that cannot be listed because it is unreadable.
 */
export const updateCalendarList = async (changes: readonly StreamChange[]): Promise<UnprocessableRecord[]> => {
  const items = new Map(changes.map((one) => [`${one.change.kind} ${one.change.id}`, one]));
  const outcomes = await mapWithConcurrency(
    [...items.values()],
    concurrency,
    async ({ change: { kind, id }, record }) => {
      try {
        await updateCalendar({ kind, id }, new Date());
        return [];
      } catch (error) {
        if (!isFaultOfData(error)) throw error;
        return [{ record, error }];
      }
    },
  );
  return outcomes.flat();
};
