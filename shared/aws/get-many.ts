import { type AttributeValue, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from './batches-of.ts';
import { dynamodb } from './dynamodb.ts';
import { type Item, type Key, type ReadOptions, readParams, type Table } from './table.ts';
import { StoreBusyError } from './transaction.ts';

/** Most keys of one BatchGetItem, how many of them are on their way at the same time, and how often each is made. */
const [batchSize, concurrency, attempts] = [100, 8, 20];

/**
 * Any number of items by their keys, in no order; what is not there is left out. Large items come in parts: what DynamoDB leaves over is
 * asked for again. Throws `StoreBusyError`.
 */
export const getMany = async (table: Table, keys: readonly Key[], options: ReadOptions = {}): Promise<Item[]> => {
  const { TableName, ...params } = readParams(table, options);
  const batches = batchesOf(keys, batchSize);
  const found = await mapWithConcurrency(batches, concurrency, async (batch) => {
    const items: Item[] = [];
    let left: Record<string, AttributeValue>[] = [...batch];
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > attempts) throw new StoreBusyError('Keys of a BatchGetItem were not processed.');
      const { Responses, UnprocessedKeys } = await dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { ...params, Keys: left } } }),
      );
      items.push(...(Responses?.[TableName] ?? []));
      left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return items;
  });
  return found.flat();
};
