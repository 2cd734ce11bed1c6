import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Item, Key } from '../../aws/table.ts';
import { StoreBusyError } from '../../aws/transaction.ts';

/** Up to 100 items of the showcase in one call, in no order; missing ones are left out. Throws `StoreBusyError`. */
export const getItems = async (Keys: Key[], options: Omit<KeysAndAttributes, 'Keys'> = {}): Promise<Item[]> => {
  const table = env.showcaseTable;
  const { Responses, UnprocessedKeys } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ...options } } }),
  );
  if (UnprocessedKeys?.[table]) throw new StoreBusyError('Some keys of a BatchGetItem were not processed.');
  return Responses?.[table] ?? [];
};
