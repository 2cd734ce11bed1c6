import { type FeedScope, feedPartition } from '../store/feed-keys.ts';

/** The name of a list that cursors are bound to: a month of the calendar, or what is still to come. */
export const calendarList = (part: string, scope: FeedScope): string => `CALENDAR#${part}#${feedPartition(scope)}`;
