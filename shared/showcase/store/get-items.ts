import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Item, Key } from '../../aws/table.ts';
import { StoreBusyError } from '../../aws/transaction.ts';

type Options = Omit<KeysAndAttributes, 'Keys'>;

/** Up to 100 items of the showcase in one call, in no order; missing ones are left out. Throws `StoreBusyError`. */
export const getItems = async (keys: Key[], options: Options = {}): Promise<Item[]> => {
  const { items, unread } = await getItemsThatFit(keys, options);
  if (unread.length > 0) throw new StoreBusyError('Some keys of a BatchGetItem were not processed.');
  return items;
};

/** The same, with the keys of those that were not read: an answer of DynamoDB has at most 16 MB. */
export const getItemsThatFit = async (
  Keys: Key[],
  options: Options = {},
): Promise<{ items: Item[]; unread: NonNullable<KeysAndAttributes['Keys']> }> => {
  const table = env.showcaseTable;
  const { Responses, UnprocessedKeys } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ...options } } }),
  );
  return { items: Responses?.[table] ?? [], unread: UnprocessedKeys?.[table]?.Keys ?? [] };
};
