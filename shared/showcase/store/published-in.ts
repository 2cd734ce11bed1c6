import { shiftMonth } from '../../model/time/shift-month.ts';
import { startOfDay } from '../../model/time/start-of-day.ts';

/**
 * The part of a feed that was published in a month of a time zone, as its sort keys begin: from the first up to before
 * the second.
 */
export const publishedIn = (month: string, timeZone: string): readonly [string, string] => [
  startOfDay(`${month}-01`, timeZone).toISOString(),
  startOfDay(`${shiftMonth(month, 1)}-01`, timeZone).toISOString(),
];
