import { queryPage } from '../../aws/table.ts';
import { noteShown } from '../../freshness/answer-facts.ts';
import { type FeedScope, feedPartition } from './feed-keys.ts';
import { showcaseTable } from './table.ts';

/** The time of the oldest publication in a feed; `undefined` of one in which nothing is public yet. One key is read. */
export const oldestInFeed = async (scope: FeedScope, now: Date): Promise<string | undefined> => {
  noteShown('lists');
  const range = { pk: feedPartition(scope), before: `${now.toISOString()}$`, limit: 1, attributes: 'sk' };
  const { items } = await queryPage(showcaseTable, range, ({ sk }) => sk?.S?.split('#')[0]);
  return items[0];
};
