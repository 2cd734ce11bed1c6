import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { changesIn } from '../../shared/showcase/changes/changes.ts';
import { reportUnprocessableRecords } from '../../shared/showcase/changes/report-unprocessable-records.ts';
import { siteKey } from '../../shared/showcase/store/site-keys.ts';
import { invalidate } from './invalidate.ts';

const logger = new Logger({ serviceName: 'invalidator' });

const isOfSite = ({ dynamodb }: DynamoDBRecord): boolean => dynamodb?.Keys?.pk?.S === siteKey.pk.S;

/**
 * Makes the CDN forget what the changes of a batch affect, all at once. An error makes the same batch come again. Where
 * a change cannot be read, everything is forgotten, and the record is set aside.
 */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const { changes, unreadable } = changesIn(Records.filter((record) => !isOfSite(record)));
  const { forgotten, unfollowed } = await invalidate({
    changes,
    unreadable,
    isSiteChanged: Records.some(isOfSite),
    recordIds: Records.map(({ eventID = '' }) => eventID),
  });
  logger.info('Changes followed', { changes: changes.length, forgotten });
  await reportUnprocessableRecords('invalidator', unfollowed, logger);
};
