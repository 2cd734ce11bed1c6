import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { changesIn } from '../../shared/showcase/changes/changes.ts';
import { reportUnprocessableRecords } from '../../shared/showcase/changes/report-unprocessable-records.ts';
import { invalidate } from './invalidate.ts';

const logger = new Logger({ serviceName: 'invalidator' });

/**
 * Lets the CDN forget what the changes of a batch have made untrue, in one invalidation. What it throws makes the same batch come
 * again. Where it cannot be read what has changed, the CDN forgets everything, and the record is set aside.
 */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const { changes, unreadable } = changesIn(Records);
  const { paths, unfollowed } = await invalidate(
    changes,
    unreadable,
    Records.map(({ eventID = '' }) => eventID),
  );
  logger.info('Changes followed', { changes: changes.length, paths });
  await reportUnprocessableRecords('invalidator', unfollowed, logger);
};
