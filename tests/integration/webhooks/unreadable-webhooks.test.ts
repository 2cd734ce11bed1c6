import { type AttributeValue, DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quiet, type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

const hour = 3_600_000;

let cloud: ProductCloud;
let receiver: Receiver;
let dynamodb: DynamoDBClient;
let TableName: string;

beforeAll(async () => {
  cloud = await startProductInProcess();
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  dynamodb = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
  TableName = cloud.dynamodb.tableName('Desk');
  receiver = await startReceiver();
  await cloud.ask('/v1/staff/webhooks', { body: { url: receiver.url } });
});
afterAll(async () => {
  await receiver.close();
  dynamodb.destroy();
  await cloud.end();
});
beforeEach(() => {
  receiver.received.length = 0;
});

type Key = { pk: AttributeValue; sk: AttributeValue };

const put = (key: Key, attributes: Record<string, AttributeValue>) =>
  dynamodb.send(new PutItemCommand({ TableName, Item: { ...key, ...attributes } }));
const remove = (Key: Key) => dynamodb.send(new DeleteItemCommand({ TableName, Key }));

const settled = async (): Promise<void> => {
  await cloud.followed('FollowerFunction');
  await quiet(cloud);
};

const told = () => receiver.received.map(({ body }) => JSON.parse(body).data.id);

describe('a webhook that cannot be read', () => {
  const key = { pk: { S: 'WEBHOOKS' }, sk: { S: 'ENDPOINT#unreadable' } };

  it('keeps no other from being told, nor from being listed', async () => {
    await put(key, { doc: { B: Buffer.from('no document') } });
    const id = await cloud.draft();
    await cloud.publish(id);
    await settled();
    expect(told()).toEqual([id]);
    const list = await cloud.ask('/v1/staff/webhooks');
    expect(list.status).toBe(200);
    expect(list.body.items).toHaveLength(1);

    // What it has not been told waits in the dead-letter queue, and the others are not told again.
    await expect.poll(() => cloud.queue('WebhookDeadLetters').messages().length, { timeout: 20_000 }).toBe(1);
    await remove(key);
    expect((await cloud.ask('/v1/staff/replay', { body: { queue: 'webhooks' } })).status).toBe(200);
    await quiet(cloud);
    expect(cloud.queue('WebhookDeadLetters').messages()).toEqual([]);
    expect(told()).toEqual([id]);
  });
});

describe('a planned message that cannot be read', () => {
  const key = { pk: { S: 'WEBHOOK-PLAN#unreadable' }, sk: { S: 'PLAN' } };

  it('keeps no other from being sent, and makes the function fail, which an alarm tells', async () => {
    const at = Date.now() + 3 * hour;
    await put(key, {
      announcement: { S: '{"id": 1' },
      listPk: { S: 'WEBHOOK-PLANS' },
      listSk: { S: new Date(at - hour).toISOString() },
    });
    const id = await cloud.draft();
    await cloud.publish(id, { publishAt: new Date(at).toISOString() });
    await settled();
    for (const time of [at - hour / 4, at]) {
      cloud.clock.set(time - Date.now() + 50);
      await expect(cloud.trigger('EveryMinute')).rejects.toThrow('WEBHOOK-PLAN#unreadable PLAN');
      await settled();
    }
    expect(told()).toEqual([id]);
    cloud.clock.set(0);
    await remove(key);
  });
});
