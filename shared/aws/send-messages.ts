import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { batchesOf } from './batches-of.ts';
import { sqs } from './sqs.ts';

/** Most messages of one batch. */
const batchSize = 10;

/**
 * Puts messages into a queue, each as JSON, those after a delay for which one is given, in seconds. Throws where one of
 * them was not taken.
 */
export const sendMessages = (
  queue: string,
  messages: readonly unknown[],
  delays: readonly number[] = [],
): Promise<void> =>
  sendTexts(
    queue,
    messages.map((message) => JSON.stringify(message)),
    delays,
  );

/** The same of messages that are texts. */
export const sendTexts = async (
  queue: string,
  texts: readonly string[],
  delays: readonly number[] = [],
): Promise<void> => {
  const all = texts.map((text, n) => ({ MessageBody: text, DelaySeconds: delays[n] }));
  for (const batch of batchesOf(all, batchSize)) {
    const Entries = batch.map((entry, n) => ({ Id: String(n), ...entry }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not taken: ${Failed[0]?.Code}`);
  }
};
