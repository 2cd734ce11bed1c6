import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putBack } from '../../../tools/restore/put-back.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let client: DynamoDBClient;
let to: string;

beforeAll(async () => {
  cloud = await startProduct('restore');
  const { endpoint } = cloud.dynamodb;
  client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  to = cloud.dynamodb.tableName('DeskTable');
});
afterAll(() => cloud.end());

const make = (TableName: string, ...keys: string[]) =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: keys.map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
    }),
  );

/** An item as documents are stored, with bytes that are no text. */
const item = (n: number, word: string) => ({
  pk: { S: `EVENT#${n}` },
  sk: { S: 'EVENT' },
  doc: { B: Uint8Array.from([0, 255, 128, n % 256]) },
  word: { S: word },
});

const put = (TableName: string, one: ReturnType<typeof item>) =>
  client.send(new PutItemCommand({ TableName, Item: one }));

describe('npm run restore', () => {
  it('puts back every item as it was, waits for nothing twice, and leaves what has been made since', async () => {
    const from = `${to}-restored`;
    await make(from, 'pk', 'sk');
    const restored = Array.from({ length: 130 }, (_, n) => item(n, 'before'));
    for (const one of restored) await put(from, one);
    for (const one of [item(1, 'after'), item(900, 'after')]) await put(to, one);
    const counts: number[] = [];
    expect(await putBack(client, { from, to }, (count) => counts.push(count))).toBe(130);
    expect(await putBack(client, { from, to }, () => {})).toBe(130);
    expect(counts.at(-1)).toBe(130);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: to }));
    const events = Items.filter(({ pk }) => pk?.S?.startsWith('EVENT#'));
    expect(events).toHaveLength(131);
    expect(events).toEqual(expect.arrayContaining([...restored, item(900, 'after')]));
  });

  it('writes nothing where a table is not there, is the same, or has other keys', async () => {
    const other = `${to}-other`;
    await make(other, 'id');
    const attempt = (from: string) => putBack(client, { from, to }, () => {});
    await expect(attempt('nowhere')).rejects.toThrow('There is no table "nowhere"');
    await expect(attempt(to)).rejects.toThrow('nothing was written');
    await expect(attempt(other)).rejects.toThrow('nothing was written');
  });
});
