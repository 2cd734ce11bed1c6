import { queryPage } from '../../aws/table.ts';
import { answerFacts, noteBoundary, noteShown } from '../../freshness/answer-facts.ts';
import { showcaseTable } from './table.ts';

/**
 * Says of the answer that is being made that it is a list, which every publication and withdrawal may change; where the
 * newest of a partition by time of publication stand in it, also when the next one comes. That costs a Query of one
 * key, which only the CDN is worth: other caches keep the answer for seconds.
 */
export const noteList = async (partition: string | undefined, now: Date): Promise<void> => {
  noteShown('lists');
  if (partition === undefined || !answerFacts()?.isForEdge) return;
  // '$' follows '#': what is published at this very millisecond is public already.
  const range = { pk: partition, after: `${now.toISOString()}$`, limit: 1, attributes: 'sk' };
  const { items } = await queryPage(showcaseTable, range, ({ sk }) => sk?.S?.split('#')[0]);
  noteBoundary(items[0]);
};
