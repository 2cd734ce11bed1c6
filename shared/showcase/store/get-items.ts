import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { pauseAfter } from '../../aws/pause-after.ts';
import type { Item, Key } from '../../aws/table.ts';
import { StoreBusyError } from '../../aws/transaction.ts';

type Options = Omit<KeysAndAttributes, 'Keys'>;
type Keys = NonNullable<KeysAndAttributes['Keys']>;

const maxAttempts = 4;

/**
 * Up to 100 items of the showcase, in no order; missing ones are left out. One call, as long as the table is not busy and they have at most 16 MB: what is
 * left over is asked for again, with growing pauses. Throws `StoreBusyError`.
 */
export const getItems = async (keys: Key[], options: Options = {}): Promise<Item[]> => {
  const all: Item[] = [];
  let left: Keys = keys;
  for (let attempt = 1; ; attempt += 1) {
    const { items, unread } = await getItemsThatFit(left, options);
    all.push(...items);
    if (unread.length === 0) return all;
    if (attempt === maxAttempts) throw new StoreBusyError('Some keys of a BatchGetItem were not processed.');
    left = unread;
    await pauseAfter(attempt);
  }
};

/** What one call reads, with the keys of those that were not read: an answer of DynamoDB has at most 16 MB. */
export const getItemsThatFit = async (Keys: Keys, options: Options = {}): Promise<{ items: Item[]; unread: Keys }> => {
  const table = env.showcaseTable;
  const { Responses, UnprocessedKeys } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ...options } } }),
  );
  return { items: Responses?.[table] ?? [], unread: UnprocessedKeys?.[table]?.Keys ?? [] };
};
