import {
  DescribeTableCommand,
  type DynamoDBClient,
  paginateScan,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { StoreBusyError } from '../../shared/aws/transaction.ts';
import { writeBatches } from '../../shared/aws/write-batches.ts';
import { say } from '../command/command-words.ts';

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
    const requests = Items.map((Item) => ({ PutRequest: { Item } }));
    await writeBatches(client, to, requests).catch((error: Error) => {
      throw error instanceof StoreBusyError ? new Error(say('tableBusy', { table: to })) : error;
    });
    count += Items.length;
    onPutBack(count);
  }
  return count;
};
