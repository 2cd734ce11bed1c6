import type { Site } from '../../shared/model/site/site.ts';
import { dayOf } from '../../shared/model/time/local-time.ts';
import { shiftMonth } from '../../shared/model/time/shift-month.ts';
import type { FeedScope } from '../../shared/showcase/store/feed-keys.ts';
import { oldestInFeed } from '../../shared/showcase/store/oldest-in-feed.ts';
import { todayIn } from '../../shared/showcase/store/today.ts';

/** Most months to choose from: forty years. */
const mostMonths = 480;

/**
 * The months of a feed, from the present one back to that of its oldest publication, in the time zone of the site: one
 * Query of one key.
 */
export const readMonths = async (scope: FeedScope, { timeZone }: Site, now: Date): Promise<string[]> => {
  const oldest = await oldestInFeed(scope, now);
  if (oldest === undefined) return [];
  const first = dayOf(oldest, timeZone).slice(0, 7);
  const months: string[] = [];
  let month = todayIn(timeZone, now).slice(0, 7);
  for (; month >= first && months.length < mostMonths; month = shiftMonth(month, -1)) months.push(month);
  return months;
};
