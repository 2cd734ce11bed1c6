import type { WriteRequest } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';
import { env } from './environment.ts';
import type { Table } from './table.ts';
import type { Write } from './transaction.ts';
import { writeBatches } from './write-batches.ts';

const requestOf = ({ Put, Delete }: Write): WriteRequest => {
  if (Put) return { PutRequest: { Item: Put.Item } };
  if (Delete) return { DeleteRequest: { Key: Delete.Key } };
  throw new Error('A batch puts and deletes items only.');
};

/**
 * Puts or deletes any number of items of a table, each on its own and without a condition: half the price of a
 * transaction, for data that no reader sees before it is complete. Throws `StoreBusyError`.
 */
export const writeMany = async ({ variable }: Table, writes: readonly Write[]): Promise<void> => {
  await writeBatches(dynamodb, env[variable], writes.map(requestOf));
};
