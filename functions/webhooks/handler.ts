import { Logger } from '@aws-lambda-powertools/logger';
import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import type { SQSBatchItemFailure, SQSHandler, SQSRecord } from 'aws-lambda';
import { env } from '../../shared/aws/environment.ts';
import { sqs } from '../../shared/aws/sqs.ts';
import { noteFailure } from '../../shared/desk/failures/failures.ts';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { webhookMessageSchema } from '../../shared/webhooks/events/queue.ts';
import { fanOutEvent } from './fan-out-event.ts';
import { tryDelivery } from './try-delivery.ts';

const logger = new Logger({ serviceName: 'webhooks' });

/** Longest delay of a message in one call: SQS allows 12 hours from when it was received. In milliseconds. */
const maxDelayMs = 11.5 * 3_600_000;

/**
 * Sends webhooks about changes in public. The messages of a batch are processed in parallel, so that a slow receiver
 * does not delay the others.
 */
export const handler: SQSHandler = async ({ Records }) => {
  const left = await Promise.all(Records.map(handle));
  return { batchItemFailures: left.flat() };
};

/** Processes a message; the result says whether it comes again, at a set time or after the queue's own timeout. */
const handle = async (record: SQSRecord): Promise<SQSBatchItemFailure[]> => {
  const again = [{ itemIdentifier: record.messageId }];
  try {
    const message = readStored(webhookMessageSchema, JSON.parse(record.body));
    const next = 'announce' in message ? await fanOutEvent(message.announce) : await tryDelivery(message.deliver);
    if (next === undefined) return [];
    await delayMessage(record, next);
    return again;
  } catch (error) {
    logger.error('A message could not be worked on', { messageId: record.messageId, error });
    await noteFailure(record.messageId, error, new Date());
    return again;
  }
};

const delayMessage = async ({ receiptHandle }: SQSRecord, until: Date): Promise<void> => {
  const pause = Math.min(Math.max(until.getTime() - Date.now(), 0), maxDelayMs);
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: env.webhookQueue,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: Math.ceil(pause / 1000),
    }),
  );
};
