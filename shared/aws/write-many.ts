import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';
import { StoreBusyError } from './transaction.ts';

/** Most items of one BatchWriteItem. */
const batchSize = 25;

const attempts = 8;

/**
 * Puts or deletes any number of items of a table, each on its own: half the price of a transaction, for what nobody sees before
 * it is complete. What the store leaves over is tried again. Throws `StoreBusyError`.
 */
export const writeMany = async (table: string, requests: readonly WriteRequest[]): Promise<void> => {
  for (let from = 0; from < requests.length; from += batchSize) {
    let left: WriteRequest[] = requests.slice(from, from + batchSize);
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > attempts) throw new StoreBusyError(`${left.length} items of a batch were not written.`);
      if (attempt > 1) await pause(Math.random() * 25 * 2 ** attempt);
      const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  }
};
