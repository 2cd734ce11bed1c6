import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../src/cloud.ts';
import { startEngine } from '../src/dynamodb/dynamodb-engine.ts';
import { assembly, useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });

const item = (pk: string, sk: string, kind: string) => ({ pk: { S: pk }, sk: { S: sk }, kind: { S: kind } });

const put = ({ dynamodb }: Cloud, pk: string, sk: string, kind = 'plain') =>
  clientOf(dynamodb.endpoint).send(new PutItemCommand({ TableName: 'Items', Item: item(pk, sk, kind) }));

const putAtOnce = ({ dynamodb }: Cloud, ...items: Record<string, AttributeValue>[]) => {
  const writes = items.map((Item) => ({ PutRequest: { Item } }));
  return clientOf(dynamodb.endpoint).send(new BatchWriteItemCommand({ RequestItems: { Items: writes } }));
};

const range = (length: number) => Array.from({ length }, (_, n) => n);

interface StreamEvent {
  readonly eventID: string;
  readonly eventName: string;
  readonly dynamodb: { readonly Keys: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } } };
}

/** The batches that the function has been given, in order. */
const heard = async ({ dynamodb }: Cloud): Promise<StreamEvent[][]> => {
  const { Items = [] } = await clientOf(dynamodb.endpoint).send(
    new QueryCommand({
      TableName: 'Items',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'heard' } },
    }),
  );
  return Items.map(({ kind }) => JSON.parse(String(kind?.S)));
};

const keys = (batches: readonly StreamEvent[][]) =>
  batches.map((batch) => batch.map(({ dynamodb: { Keys } }) => `${Keys.pk.S} ${Keys.sk.S}`));

let before = 0;
const heardSince = async () => (await heard(cloud())).slice(before);

beforeEach(async () => {
  before = (await heard(cloud())).length;
});

describe('a stream with a function', () => {
  it('hands over what has become of an item, as Lambda does', async () => {
    await put(cloud(), 'told-1', '0', 'a');
    await put(cloud(), 'told-1', '0', 'b');
    await clientOf(cloud().dynamodb.endpoint).send(
      new DeleteItemCommand({ TableName: 'Items', Key: { pk: { S: 'told-1' }, sk: { S: '0' } } }),
    );
    await cloud().followed('Follower');
    const events = (await heardSince()).flat();
    const common = {
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringMatching(/^arn:aws:dynamodb:us-east-1:000000000000:table\/Items\/stream\//),
      awsRegion: 'us-east-1',
    };
    const Keys = { pk: { S: 'told-1' }, sk: { S: '0' } };
    const record = (images: object) => expect.objectContaining({ Keys, SequenceNumber: expect.any(String), ...images });
    expect(events).toEqual([
      expect.objectContaining({
        ...common,
        eventName: 'INSERT',
        dynamodb: record({ NewImage: item('told-1', '0', 'a') }),
      }),
      expect.objectContaining({
        ...common,
        eventName: 'MODIFY',
        dynamodb: record({ OldImage: item('told-1', '0', 'a'), NewImage: item('told-1', '0', 'b') }),
      }),
      expect.objectContaining({
        ...common,
        eventName: 'REMOVE',
        dynamodb: record({ OldImage: item('told-1', '0', 'b') }),
      }),
    ]);
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(3);
  });

  it('hands over only what one of the filters lets pass, gathered for the batching window', async () => {
    await put(cloud(), 'quiet', '0');
    await put(cloud(), 'quiet', 'LOUD');
    await put(cloud(), 'untold-1', '0');
    await put(cloud(), 'told-2', '0');
    await cloud().followed('Follower');
    expect(keys(await heardSince())).toEqual([['quiet LOUD', 'told-2 0']]);
  });

  it('does not wait for the window when a batch is full', async () => {
    await putAtOnce(cloud(), ...Array.from({ length: 9 }, (_, i) => item('told-full', `${i}`, 'plain')));
    await cloud().followed('Follower');
    expect((await heardSince()).map(({ length }) => length)).toEqual([4, 4, 1]);
  });

  it('hands a batch over again, with the same records, until the function succeeds', async () => {
    await put(cloud(), 'told-twice', '0', 'twice');
    await cloud().followed('Follower');
    const batches = await heardSince();
    expect(batches.length).toBeGreaterThan(0);
    expect(batches.length).toBeLessThanOrEqual(3);
    expect(new Set(batches.flat().map(({ eventID }) => eventID)).size).toBe(1);
    expect(cloud().queue('Lost').messages()).toEqual([]);
  });

  it('halves a batch that fails until what fails is alone, keeps the order, and gives it up when it is too old', async () => {
    await putAtOnce(
      cloud(),
      item('told-3', '1', 'plain'),
      item('told-3', '2', 'plain'),
      item('told-3', '3', 'poison'),
      item('told-3', '4', 'plain'),
    );
    await expect.poll(async () => (await heardSince()).length, { timeout: 20_000 }).toBeGreaterThan(5);
    expect(cloud().queue('Lost').messages()).toEqual([]);
    cloud().clock.set(2 * 3_600_000);
    await cloud().followed('Follower');
    cloud().clock.set(0);
    const batches = keys(await heardSince());
    expect(batches.slice(0, 4)).toEqual([
      ['told-3 1', 'told-3 2', 'told-3 3', 'told-3 4'],
      ['told-3 1', 'told-3 2'],
      ['told-3 3', 'told-3 4'],
      ['told-3 3'],
    ]);
    expect(batches.at(-1)).toEqual(['told-3 4']);
    const [message, ...others] = cloud().queue('Lost').messages();
    expect(others).toEqual([]);
    expect(JSON.parse(String(message?.body))).toMatchObject({
      requestContext: { functionArn: expect.stringContaining('FollowerFunction'), condition: 'RecordAgeExceeded' },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: expect.stringContaining('table/Items/stream/') },
    });
  });

  it('uses the grants that Lambda asks for, and no other', () => {
    const used = cloud()
      .usedGrants()
      .filter(({ role }) => role === 'FollowerRole');
    expect(used.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['dynamodb:ListStreams', 'dynamodb:GetRecords', 'sqs:SendMessage']),
    );
    expect(
      cloud()
        .unusedGrants()
        .filter(({ role }) => role === 'FollowerRole'),
    ).toEqual([]);
  });
});

describe('a stream in a data folder', () => {
  const inFolder = async (work: (dataDir: string) => Promise<void>) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
    try {
      await work(dataDir);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };

  it('is read on where it was left, and nothing in between is lost', () =>
    inFolder(async (dataDir) => {
      const first = await startCloud({ assembly, dataDir, redeliveryDelay: 20 });
      await put(first, 'told-a', '0');
      await first.followed('Follower');
      await put(first, 'told-b', '0');
      await first.stop();
      const second = await startCloud({ assembly, dataDir, redeliveryDelay: 20 });
      await put(second, 'told-c', '0');
      await second.followed('Follower');
      expect(keys(await heard(second)).flat()).toEqual(['told-a 0', 'told-b 0', 'told-c 0']);
      await second.stop();
    }));

  it('drops what its function has read, and nothing else', () =>
    inFolder(async (dataDir) => {
      const records = () => {
        const database = new DatabaseSync(join(dataDir, 'dynamodb.sqlite'), { readOnly: true, timeout: 1000 });
        const [row] = database.prepare('SELECT count(*) AS count FROM _stream_records').all();
        database.close();
        return Number(row?.count);
      };
      const first = await startCloud({ assembly, dataDir, redeliveryDelay: 20 });
      for (let n = 0; n < 50; n += 1)
        await putAtOnce(first, ...range(25).map((m) => item('quiet', `${n}-${m}`, 'plain')));
      await first.followed('Follower');
      await expect.poll(records, { timeout: 20_000 }).toBe(1);
      await first.stop();
      // Written while nothing reads.
      const engine = await startEngine({ data: dataDir });
      await put({ dynamodb: { endpoint: engine.endpoint } } as Cloud, 'told-a', '0');
      await engine.stop();
      const second = await startCloud({ assembly, dataDir, redeliveryDelay: 20 });
      await put(second, 'told-b', '0');
      await second.followed('Follower');
      expect(keys(await heard(second)).flat()).toEqual(['told-a 0', 'told-b 0']);
      await second.stop();
    }));

  it('is made for a table that is older than it', () =>
    inFolder(async (dataDir) => {
      const engine = await startEngine({ data: dataDir });
      const KeySchema = [
        { AttributeName: 'pk', KeyType: 'HASH' as const },
        { AttributeName: 'sk', KeyType: 'RANGE' as const },
      ];
      const [Projection, BillingMode] = [{ ProjectionType: 'ALL' as const }, 'PAY_PER_REQUEST' as const];
      const byKind = { IndexName: 'byKind', KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' as const }] };
      await clientOf(engine.endpoint).send(
        new CreateTableCommand({
          TableName: 'Items',
          BillingMode,
          AttributeDefinitions: ['pk', 'sk', 'kind'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema,
          GlobalSecondaryIndexes: [{ ...byKind, Projection }],
        }),
      );
      await engine.stop();
      const later = await startCloud({ assembly, dataDir, redeliveryDelay: 20 });
      await put(later, 'told-d', '0');
      await later.followed('Follower');
      expect(keys(await heard(later)).flat()).toEqual(['told-d 0']);
      await later.stop();
    }));
});
