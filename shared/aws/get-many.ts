import { type AttributeValue, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from './batches-of.ts';
import { dynamodb } from './dynamodb.ts';
import { pauseAfter } from './pause-after.ts';
import { type Item, type Key, type ReadOptions, readParams, type Table } from './table.ts';
import { StoreBusyError } from './transaction.ts';

/** Most keys of one BatchGetItem, and how many of them are on their way at the same time. */
const [batchSize, concurrency] = [100, 8];

/** How often a call may read nothing. */
const maxFruitless = 5;

/**
 * Any number of items by their keys, in no order; what is not there is left out. Large items come in parts: what
 * DynamoDB leaves over is asked for again, after a pause where it has read nothing, which is when the table is busy.
 * Throws `StoreBusyError`.
 *
 * {@link https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html}
 */
export const getMany = async (table: Table, keys: readonly Key[], options: ReadOptions = {}): Promise<Item[]> => {
  const { TableName, ...params } = readParams(table, options);
  const batches = batchesOf(keys, batchSize);
  const found = await mapWithConcurrency(batches, concurrency, async (batch) => {
    const items: Item[] = [];
    let left: Record<string, AttributeValue>[] = [...batch];
    let fruitless = 0;
    while (left.length > 0) {
      if (fruitless > 0) await pauseAfter(fruitless);
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { ...params, Keys: left } } }),
      );
      const read = Responses?.[TableName] ?? [];
      items.push(...read);
      left = UnprocessedKeys?.[TableName]?.Keys ?? [];
      fruitless = read.length > 0 ? 0 : fruitless + 1;
      if (left.length > 0 && fruitless === maxFruitless) {
        throw new StoreBusyError('Keys of a BatchGetItem were not processed.');
      }
    }
    return items;
  });
  return found.flat();
};
