import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import {
  changesIn,
  type StreamChange,
  toLogFields,
  type UnprocessableRecord,
} from '../../shared/showcase/changes/changes.ts';
import { reportUnprocessableRecords } from '../../shared/showcase/changes/report-unprocessable-records.ts';
import { enqueueWebhookEventsOf } from './enqueue-webhook-events.ts';
import { forgetListsIfLate } from './forget-lists-if-late.ts';
import { recountWithdrawn } from './recount-withdrawn.ts';
import { updateCalendarList } from './update-calendar-list.ts';
import { updateSearchIndex } from './update-search-index.ts';

const logger = new Logger({ serviceName: 'stream-consumer' });

/**
 * The consumers of each change of the public side. Each may be called again for the same changes, and with changes that
 * are older than others. It returns the records that it will never be able to process, and throws transient errors.
 * `remaining` tells for how many milliseconds the function may still run.
 */
const changeConsumers: readonly ((
  changes: readonly StreamChange[],
  remaining: () => number,
) => Promise<UnprocessableRecord[]>)[] = [
  enqueueWebhookEventsOf,
  recountWithdrawn,
  updateCalendarList,
  updateSearchIndex,
];

/**
 * Consumes the showcase's stream. An error makes the records come again; a consumer that fails does not keep the others
 * from their work. A record that can never be processed is set aside once everything else is done, so that it does not
 * block later ones.
 */
export const handler: DynamoDBStreamHandler = async ({ Records }, context) => {
  const { changes, unreadable } = changesIn(Records);
  const unfollowed = [...unreadable];
  const errors: unknown[] = [];
  for (const follow of changeConsumers) {
    await follow(changes, () => context.getRemainingTimeInMillis()).then(
      (records) => unfollowed.push(...records),
      (error) => errors.push(error),
    );
  }
  for (const error of errors) logger.error('A change could not be followed', { error });
  logger.info('Changes followed', { changes: changes.map(({ change }) => toLogFields(change)) });
  if (errors.length > 0) throw new AggregateError(errors, 'Changes could not be followed.');
  await forgetListsIfLate(Records);
  await reportUnprocessableRecords('stream-consumer', unfollowed, logger);
};
