import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { sqs } from './sqs.ts';

/** Most messages of one batch. */
const batchSize = 10;

/** Puts messages into a queue, each as JSON. Throws where one of them was not taken. */
export const sendMessages = async (queue: string, messages: readonly unknown[]): Promise<void> => {
  for (let from = 0; from < messages.length; from += batchSize) {
    const Entries = messages
      .slice(from, from + batchSize)
      .map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not taken: ${Failed[0]?.Code}`);
  }
};
