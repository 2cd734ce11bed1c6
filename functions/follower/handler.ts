import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { type PublicChange, publicChange } from '../../shared/showcase/face.ts';
import { indexForSearch } from './index-search.ts';

const logger = new Logger({ serviceName: 'follower' });

/** What follows each change of the public side. Each may be called again for the same changes, and with changes that are older than others. */
const followers: readonly ((changes: readonly PublicChange[]) => Promise<void>)[] = [indexForSearch];

/** Follows the showcase's stream. What it throws makes the records come again. */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const changes = Records.map(({ dynamodb }) => publicChange(dynamodb?.Keys, dynamodb?.OldImage, dynamodb?.NewImage));
  for (const follow of followers) await follow(changes);
  logger.info('Changes followed', { changes: changes.length });
};
