import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { areCountsPublic } from '../../shared/aws/environment.ts';
import { countViews } from './count-views.ts';
import { type Counted, publishCounts } from './publish-counts.ts';
import { type View, viewsIn } from './views-in.ts';

const isRecount = ({ weight }: View): boolean => weight === 0;

const logger = new Logger({ serviceName: 'view-counter' });

/** How many events are written at the same time. */
const concurrency = 10;

/**
 * Counts the views of a batch: one write per event, however many views it has, and brings the files up to date in which
 * pages look for the counts. Only the messages whose views could not be counted come again, and those that ask for a
 * recount which failed.
 */
export const handler: SQSHandler = async ({ Records }) => {
  const { events, unreadable } = viewsIn(Records);
  for (const messageId of unreadable) logger.error('A message is no id', { messageId });
  const now = new Date();
  const failed: string[] = [];
  const counted = await mapWithConcurrency([...events], concurrency, async ([id, views]): Promise<Counted[]> => {
    try {
      const kind = await countViews(id, views, now);
      // Of what is not public only an own message is believed that its count may have to go.
      return kind || views.some(isRecount) ? [{ id, kind }] : [];
    } catch (error) {
      logger.error('Views were not counted', { id, views: views.length, error: error as Error });
      failed.push(...views.map(({ messageId }) => messageId));
      return [];
    }
  });
  const unpublished = areCountsPublic() ? await publishCounts(counted.flat(), now) : [];
  for (const { ids, error } of unpublished) {
    // They are counted: the next view of one of them, or the recount, tries again.
    logger.error('Counts were not published', { ids, error: error as Error });
    failed.push(...ids.flatMap((id) => events.get(id)?.filter(isRecount) ?? []).map(({ messageId }) => messageId));
  }
  const batchItemFailures = [...unreadable, ...failed].map((itemIdentifier) => ({ itemIdentifier }));
  logger.info('Batch counted', { events: events.size, views: Records.length - batchItemFailures.length });
  return { batchItemFailures };
};
