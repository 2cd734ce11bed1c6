import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { countViews } from './count-views.ts';
import { viewsIn } from './views-in.ts';

const logger = new Logger({ serviceName: 'view-counter' });

/** How many events are written at the same time. */
const concurrency = 10;

/**
 * Counts the views of a batch: one write per event, however many views it has. Only the messages whose views could not
 * be counted come again.
 */
export const handler: SQSHandler = async ({ Records }) => {
  const { events, unreadable } = viewsIn(Records);
  for (const messageId of unreadable) logger.error('A message is no id', { messageId });
  const now = new Date();
  const failed = await mapWithConcurrency([...events], concurrency, async ([id, views]) => {
    try {
      await countViews(id, views, now);
      return [];
    } catch (error) {
      logger.error('Views were not counted', { id, views: views.length, error: error as Error });
      return views.map(({ messageId }) => messageId);
    }
  });
  const batchItemFailures = [...unreadable, ...failed.flat()].map((itemIdentifier) => ({ itemIdentifier }));
  logger.info('Batch counted', { events: events.size, views: Records.length - batchItemFailures.length });
  return { batchItemFailures };
};
