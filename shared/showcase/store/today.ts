import { noteBoundary } from '../../freshness/answer-facts.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { nextDay } from '../../model/time/next-day.ts';
import { startOfDay } from '../../model/time/start-of-day.ts';

/** The day (`2022-11-18`) that it is in a time zone. An answer that depends on it is true until the next one begins. */
export const todayIn = (timeZone: string, now: Date): string => {
  const today = dayOf(now.toISOString(), timeZone);
  noteBoundary(startOfDay(nextDay(today), timeZone).getTime());
  return today;
};
