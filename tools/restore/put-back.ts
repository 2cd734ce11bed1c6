import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  paginateScan,
  ResourceNotFoundException,
  type WriteRequest,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { batchesOf } from '../../shared/aws/batches-of.ts';
import { pauseAfter } from '../../shared/aws/pause-after.ts';
import { say } from '../command/command-words.ts';

/** Most items of one BatchWriteItem, how many are sent at the same time, and how often each may write nothing. */
const [batchSize, batchesAtOnce, maxFruitless] = [25, 4, 10];

/** How long AWS may take to make a table of what it restores, in seconds: the time does not depend on what it holds. */
const longestRestore = 24 * 3_600;

/** The keys of a table, by their names. Throws where there is none of that name. */
const keysOf = async (client: DynamoDBClient, TableName: string): Promise<string> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName })).catch((error: Error) => {
    if (error instanceof ResourceNotFoundException) throw new Error(say('noTable', { table: TableName }));
    throw error;
  });
  return (Table?.KeySchema ?? []).map(({ AttributeName }) => AttributeName).join();
};

const write = async (client: DynamoDBClient, table: string, batch: readonly WriteRequest[]): Promise<void> => {
  let left = [...batch];
  for (let fruitless = 0; left.length > 0; ) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    const unwritten = UnprocessedItems?.[table] ?? [];
    fruitless = unwritten.length < left.length ? 0 : fruitless + 1;
    if (fruitless === maxFruitless) throw new Error(say('tableBusy', { table }));
    if (unwritten.length > 0) await pauseAfter(fruitless);
    left = unwritten;
  }
};

/**
 * Puts every item of a restored table into another one, where it takes the place of the one with its key; what else is
 * there stays. Waits until AWS has restored it. May be repeated. Gives how many there were. Throws where there are no
 * such tables, or their keys are not alike.
 */
export const putBack = async (
  client: DynamoDBClient,
  { from, to }: { readonly from: string; readonly to: string },
  onPutBack: (count: number) => void,
): Promise<number> => {
  const [keys, wanted] = [await keysOf(client, from), await keysOf(client, to)];
  if (from === to || keys !== wanted) throw new Error(say('tableUnlike', { from, to }));
  await waitUntilTableExists({ client, maxWaitTime: longestRestore, minDelay: 5, maxDelay: 30 }, { TableName: from });
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from, ConsistentRead: true })) {
    const requests = Items.map((Item): WriteRequest => ({ PutRequest: { Item } }));
    await mapWithConcurrency(batchesOf(requests, batchSize), batchesAtOnce, (batch) => write(client, to, batch));
    count += Items.length;
    onPutBack(count);
  }
  return count;
};
