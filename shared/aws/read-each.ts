import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isFaultOfData } from './is-fault-of-data.ts';

type Item = Record<string, AttributeValue>;

/** Items of a table that cannot be read, by their keys. What could be read beside them has been dealt with. */
export class UnreadableItemsError extends Error {
  override readonly name = 'UnreadableItemsError';

  constructor(keys: readonly string[]) {
    super(`Stored items that cannot be read: ${keys.join(', ')}.`);
  }
}

/**
 * Reads each item for itself, so that one that cannot be read keeps no other from being dealt with; `unreadable` has
 * the keys of those.
 */
export const readEach = <T>(items: readonly Item[], read: (item: Item) => T): { found: T[]; unreadable: string[] } => {
  const found: T[] = [];
  const unreadable: string[] = [];
  for (const item of items) {
    try {
      found.push(read(item));
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      unreadable.push(`${item.pk?.S} ${item.sk?.S}`);
    }
  }
  return { found, unreadable };
};
