import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { changesIn } from '../../shared/showcase/changes/changes.ts';
import { reportUnprocessableRecords } from '../../shared/showcase/changes/report-unprocessable-records.ts';
import { invalidate } from './invalidate.ts';

const logger = new Logger({ serviceName: 'invalidator' });

/**
 * Invalidates what the changes of a batch affect in the CDN, in one invalidation. An error makes the same batch come
 * again. Where a change cannot be read, everything is invalidated, and the record is set aside.
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
