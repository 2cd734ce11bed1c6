import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from './batches-of.ts';
import { dynamodb } from './dynamodb.ts';
import { env } from './environment.ts';
import { pauseAfter } from './pause-after.ts';
import type { Table } from './table.ts';
import { StoreBusyError, type Write } from './transaction.ts';

/** Most items of one BatchWriteItem. */
const batchSize = 25;

/** How many batches are sent at the same time. */
const batchesAtOnce = 8;

const attempts = 8;

const requestOf = ({ Put, Delete }: Write): WriteRequest => {
  if (Put) return { PutRequest: { Item: Put.Item } };
  if (Delete) return { DeleteRequest: { Key: Delete.Key } };
  throw new Error('A batch puts and deletes items only.');
};

/**
 * Puts or deletes any number of items of a table, each on its own and without a condition: half the price of a
 * transaction, for data that no reader sees before it is complete. Items that the store returns unprocessed are tried
 * again. Throws `StoreBusyError`.
 */
export const writeMany = async ({ variable }: Table, writes: readonly Write[]): Promise<void> => {
  const table = env[variable];
  await mapWithConcurrency(batchesOf(writes, batchSize), batchesAtOnce, async (batch) => {
    let left: WriteRequest[] = batch.map(requestOf);
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > attempts) throw new StoreBusyError(`${left.length} items of a batch were not written.`);
      if (attempt > 1) await pauseAfter(attempt - 1);
      const { UnprocessedItems } = await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  });
};
