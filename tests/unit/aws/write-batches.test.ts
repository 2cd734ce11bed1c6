import {
  type BatchWriteItemCommand,
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreBusyError } from '../../../shared/aws/transaction.ts';
import { writeBatches } from '../../../shared/aws/write-batches.ts';

const table = 'desk';

const requests = Array.from({ length: 25 }, (_, n): WriteRequest => ({ PutRequest: { Item: { pk: { S: `${n}` } } } }));

const throttling = new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} });

/**
 * A table that takes so many items of each request, as a throttled one does: the engines of the tests take all. It
 * throws where DynamoDB takes none, at every request that is no multiple of `every`.
 */
const throttled = (taken: number, every = 1, error: Error = throttling) => {
  const written: WriteRequest[] = [];
  const sizes: number[] = [];
  const send = async ({ input }: BatchWriteItemCommand) => {
    const asked = input.RequestItems?.[table] ?? [];
    sizes.push(asked.length);
    if (sizes.length % every > 0) throw error;
    written.push(...asked.slice(0, taken));
    return { UnprocessedItems: { [table]: asked.slice(taken) } };
  };
  return { client: { send } as unknown as DynamoDBClient, written, sizes };
};

// The pauses between attempts take no time.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

describe('writing batches to a throttled table', () => {
  it('goes on as long as the table takes some of the items', async () => {
    const { client, written, sizes } = throttled(2);
    await writeBatches(client, table, requests);
    expect(written).toEqual(requests);
    expect(sizes).toEqual([25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1]);
  });

  it('ends where the table has taken nothing eight times', async () => {
    const { client, written, sizes } = throttled(0);
    await expect(writeBatches(client, table, requests)).rejects.toThrow(StoreBusyError);
    expect(sizes).toEqual(Array(8).fill(25));
    expect(written).toEqual([]);
  });

  it('goes on where the table takes nothing seven times in a row', async () => {
    const { client, written, sizes } = throttled(10, 8);
    await writeBatches(client, table, requests);
    expect(written).toEqual(requests);
    expect(sizes).toEqual([25, 15, 5].flatMap((left) => Array(8).fill(left)));
  });

  it('ends where the table has thrown eight times, and says why', async () => {
    const { client, sizes } = throttled(10, 9);
    const busy = await writeBatches(client, table, requests).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(StoreBusyError);
    expect(busy).toMatchObject({ cause: throttling });
    expect(sizes).toEqual(Array(8).fill(25));
  });

  it('ends at once where it may not write', async () => {
    const refused = Object.assign(new Error('refused'), { name: 'AccessDeniedException' });
    const { client, sizes } = throttled(10, 2, refused);
    await expect(writeBatches(client, table, requests)).rejects.toBe(refused);
    expect(sizes).toEqual([25]);
  });
});
