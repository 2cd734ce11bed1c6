import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { batchesOf } from './batches-of.ts';
import { sqs } from './sqs.ts';

/** Most messages of one batch. */
const batchSize = 10;

/** Puts messages into a queue, each as JSON. Throws where one of them was not taken. */
export const sendMessages = async (queue: string, messages: readonly unknown[]): Promise<void> => {
  for (const batch of batchesOf(messages, batchSize)) {
    const Entries = batch.map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not taken: ${Failed[0]?.Code}`);
  }
};
