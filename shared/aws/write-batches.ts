import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from './batches-of.ts';
import { pauseAfter } from './pause-after.ts';
import { StoreBusyError } from './transaction.ts';

/** Most items of one BatchWriteItem. */
const batchSize = 25;

/** How many batches are sent at the same time. */
const batchesAtOnce = 8;

const attempts = 8;

/** Writes any number of items, 25 at a time; what DynamoDB leaves over is tried again. Throws `StoreBusyError`. */
export const writeBatches = async (
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> => {
  await mapWithConcurrency(batchesOf(requests, batchSize), batchesAtOnce, async (batch) => {
    let left: WriteRequest[] = [...batch];
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > attempts) throw new StoreBusyError(`${left.length} items of a batch were not written.`);
      if (attempt > 1) await pauseAfter(attempt - 1);
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  });
};
