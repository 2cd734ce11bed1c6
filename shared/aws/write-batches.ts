import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { isThrottled } from '../refusals/is-throttled.ts';
import { batchesOf } from './batches-of.ts';
import { pauseAfter } from './pause-after.ts';
import { StoreBusyError } from './transaction.ts';

/** Most items of one BatchWriteItem. */
const batchSize = 25;

/** How many batches are sent at the same time. */
const batchesAtOnce = 8;

/** How often in a row DynamoDB may take nothing of a batch: a table that takes a little at a time is not given up. */
const fruitlessAttempts = 8;

/** What DynamoDB has not written of a batch. */
interface LeftOver extends ErrorOptions {
  readonly over: readonly WriteRequest[];
}

/** Sends a batch. Where DynamoDB can take nothing of it, it throws instead of leaving all over. */
const send = async (client: DynamoDBClient, table: string, batch: readonly WriteRequest[]): Promise<LeftOver> => {
  try {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: [...batch] } }),
    );
    return { over: UnprocessedItems?.[table] ?? [] };
  } catch (error) {
    if (!isThrottled(error)) throw error;
    return { over: batch, cause: error };
  }
};

/** Writes any number of items, 25 at a time; what DynamoDB leaves over is tried again. Throws `StoreBusyError`. */
export const writeBatches = async (
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> => {
  await mapWithConcurrency(batchesOf(requests, batchSize), batchesAtOnce, async (batch) => {
    let left: readonly WriteRequest[] = batch;
    let fruitless = 0;
    while (left.length > 0) {
      const { over, ...why } = await send(client, table, left);
      fruitless = over.length < left.length ? 0 : fruitless + 1;
      if (fruitless === fruitlessAttempts)
        throw new StoreBusyError(`${over.length} items of a batch were not written.`, why);
      if (over.length > 0) await pauseAfter(Math.max(fruitless, 1));
      left = over;
    }
  });
};
