import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { changesIn } from '../../shared/showcase/changes.ts';
import { invalidate } from './invalidate.ts';

const logger = new Logger({ serviceName: 'invalidator' });

/**
 * Lets the CDN forget what the changes of a batch have made untrue, in one invalidation. What it throws makes the same batch come
 * again.
 */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const { changes, unreadable } = changesIn(Records);
  const paths = await invalidate(
    changes,
    Records.map(({ eventID = '' }) => eventID),
    new Date(),
  );
  logger.info('Changes followed', { changes: changes.length, paths });
  if (unreadable.length > 0) throw new AggregateError(unreadable, 'Changes could not be read.');
};
