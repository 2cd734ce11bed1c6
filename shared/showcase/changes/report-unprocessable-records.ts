import type { Logger } from '@aws-lambda-powertools/logger';
import { env } from '../../aws/environment.ts';
import { sendMessages } from '../../aws/send-messages.ts';
import { StoredValueError } from '../../model/json/read-stored.ts';
import type { UnprocessableRecord } from './changes.ts';

/**
 * Names the fault and its place. Parsers quote what they have read, which may name a person: their words are left out.
 */
const reasonOf = (error: unknown): string => {
  if (error instanceof StoredValueError) return error.message;
  return error instanceof Error ? error.name : typeof error;
};

/** What is noted of a record: its item and its place in the stream, and none of its content. */
const reportOf = (consumer: string, { record: { dynamodb, eventID, eventName }, error }: UnprocessableRecord) => ({
  unfollowed: {
    consumer,
    pk: dynamodb?.Keys?.pk?.S,
    sk: dynamodb?.Keys?.sk?.S,
    eventName,
    eventId: eventID,
    sequenceNumber: dynamodb?.SequenceNumber,
    ...(dynamodb?.ApproximateCreationDateTime !== undefined && {
      at: new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
    }),
    reason: reasonOf(error),
  },
});

/**
 * Notes in the queue of failures which records could not be processed, each once, so that an alarm is raised. It goes
 * last: an error thrown before it makes the records come again.
 */
export const reportUnprocessableRecords = async (
  consumer: string,
  records: readonly UnprocessableRecord[],
  logger: Logger,
): Promise<void> => {
  const once = [...new Map(records.toReversed().map((one) => [one.record, one])).values()].reverse();
  const notices = once.map((one) => reportOf(consumer, one));
  for (const notice of notices) logger.error('A change cannot be followed, and is set aside', notice);
  await sendMessages(env.failuresQueue, notices);
};
