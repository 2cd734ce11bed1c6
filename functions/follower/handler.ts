import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { changesIn, inShort } from '../../shared/showcase/changes.ts';
import type { PublicChange } from '../../shared/showcase/face.ts';
import { announceChanges } from './announce-changes.ts';
import { indexForSearch } from './index-search.ts';

const logger = new Logger({ serviceName: 'follower' });

/** What follows each change of the public side. Each may be called again for the same changes, and with changes that are older than others. */
const followers: readonly ((changes: readonly PublicChange[]) => Promise<void>)[] = [announceChanges, indexForSearch];

/** Follows the showcase's stream. What it throws makes the records come again; a follower that fails keeps no other from its work. */
export const handler: DynamoDBStreamHandler = async ({ Records }) => {
  const { changes, unreadable } = changesIn(Records);
  const errors = [...unreadable];
  for (const follow of followers) await follow(changes).catch((error) => errors.push(error));
  for (const error of errors) logger.error('A change could not be followed', { error });
  logger.info('Changes followed', { changes: changes.map(inShort) });
  if (errors.length > 0) throw new AggregateError(errors, 'Changes could not be followed.');
};
