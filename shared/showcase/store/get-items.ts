import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { getMany } from '../../aws/get-many.ts';
import type { Item, Key, ReadOptions } from '../../aws/table.ts';
import { showcaseTable } from './table.ts';

/** Items of the showcase, in no order; missing ones are left out. Throws `StoreBusyError`. */
export const getItems = (keys: readonly Key[], options?: ReadOptions): Promise<Item[]> =>
  getMany(showcaseTable, keys, options);

/** What one call reads of up to 100 keys, and those that it left over: an answer of DynamoDB has at most 16 MB. */
export const getItemsThatFit = async (
  Keys: Key[],
): Promise<{ items: Item[]; unread: NonNullable<KeysAndAttributes['Keys']> }> => {
  const table = env.showcaseTable;
  const { Responses, UnprocessedKeys } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys } } }),
  );
  return { items: Responses?.[table] ?? [], unread: UnprocessedKeys?.[table]?.Keys ?? [] };
};
