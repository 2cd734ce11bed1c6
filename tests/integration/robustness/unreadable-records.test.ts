import { type AttributeValue, DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quiet, type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let receiver: Receiver;
let dynamodb: DynamoDBClient;
let TableName: string;
const lines: string[] = [];

beforeAll(async () => {
  cloud = await startProductInProcess((line) => lines.push(line));
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  dynamodb = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
  TableName = cloud.dynamodb.tableName('Showcase');
  receiver = await startReceiver();
  await cloud.ask('/v1/staff/webhooks', { body: { url: receiver.url } });
});
afterAll(async () => {
  await receiver.close();
  dynamodb.destroy();
  await cloud.end();
});

let known = 0;
let invalidated = 0;
beforeEach(async () => {
  await settled();
  known = failures().length;
  invalidated = cloud.invalidations.length;
  receiver.received.length = 0;
});

const failures = () => cloud.queue('FollowerFailures').messages();

interface Notice {
  readonly consumer: string;
  readonly pk?: string;
  readonly sk?: string;
  readonly reason: string;
}

/** What was set aside since the test began. */
const setAside = (): Notice[] =>
  failures()
    .slice(known)
    .map(({ body }) => JSON.parse(body).unfollowed);

/** Waits until both consumers have heard of everything, and all that was to be told has been told. */
const settled = async (): Promise<void> => {
  await cloud.followed('FollowerFunction');
  await cloud.followed('InvalidatorFunction');
  await quiet(cloud);
};

const put = (pk: string, sk: string, attributes: Record<string, AttributeValue> = {}) =>
  dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: sk }, ...attributes } }));

const set = (pk: string, sk: string, name: string, value: AttributeValue) =>
  dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

/** Makes the face of what is public unreadable, as a fault or a hand would. */
const spoil = (id: string) => set(`EVENT#${id}`, 'SLUGS', 'face', { S: '{' });

const word = () => `soz${Math.random().toString(36).slice(2, 9).replace(/\d/g, 'x')}`;
const titled = (title: string) => ({ translations: { az: { title, body: 'Mətn' } } });
const found = async (text: string): Promise<string[]> =>
  (await cloud.ask(`/v1/search?q=${text}&locale=az`)).body.items.map(({ id }: { id: string }) => id);
/** What receivers were told, in the order of what it tells of: messages may arrive in another one. */
const told = () =>
  receiver.received
    .map(({ body }) => JSON.parse(body))
    .sort((one, other) => one.timestamp.localeCompare(other.timestamp))
    .map(({ type, data }) => `${type} ${data.id}`);

const secret = 'Aysel Məmmədova';

describe('a record of the showcase that cannot be read', () => {
  const id = ulid();
  it.each([
    ['an event whose face is no JSON', `EVENT#${id}`, 'SLUGS', { S: `{"${secret}` }],
    ['an event whose face is of another shape', `EVENT#${id}`, 'SLUGS', { S: `{"edition":"${secret}"}` }],
    ['an event whose face is nothing', `EVENT#${id}`, 'SLUGS', { S: 'null' }],
    ['an exhibition whose face is no JSON', `EXHIBITION#${id}`, 'CURRENT', { S: secret }],
    ['an item of no kind that there is', `THING#${id}`, 'SLUGS', undefined],
    ['an item without an id', 'EVENT#', 'SLUGS', undefined],
  ])('is set aside by its key, and what comes after it is followed at once: %s', async (_name, pk, sk, face) => {
    const text = word();
    const event = await cloud.draft(titled(text));
    await put(pk, sk, { note: { S: String(Math.random()) }, ...(face && { face }) });
    await cloud.publish(event);
    await settled();
    expect(await found(text)).toEqual([event]);
    expect(told()).toEqual([`event.published ${event}`]);
    expect(cloud.invalidations.slice(invalidated).flatMap(({ paths }) => paths)).toContain('/*');
    expect(setAside().sort((a, b) => a.consumer.localeCompare(b.consumer))).toEqual(
      ['invalidator', 'stream-consumer'].map((consumer) => ({
        ...{ consumer, pk, sk, eventName: expect.stringMatching(/^(INSERT|MODIFY)$/) },
        eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
        sequenceNumber: expect.any(String),
        at: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
        reason: expect.any(String),
      })),
    );
    // Nothing of what stands in it.
    expect(
      failures()
        .map(({ body }) => body)
        .join(''),
    ).not.toContain(secret);
    expect(lines.join('')).not.toContain(secret);
  });

  it('keeps later records of the same item from nothing, in their order', async () => {
    const [first, second, third] = [word(), word(), word()];
    const event = await cloud.draft(titled(first));
    await cloud.publish(event);
    await settled();
    const change = async (title: string) => {
      const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
      await cloud.ask(`/v1/staff/events/${event}`, { method: 'PATCH', version, body: titled(title) });
      expect((await cloud.publish(event)).status).toBe(200);
    };
    await spoil(event);
    await change(second);
    await change(third);
    await settled();
    expect(await Promise.all([first, second, third].map(found))).toEqual([[], [], [event]]);
    // What was before the second change cannot be read: it counts as new.
    expect(told()).toEqual(['event.published', 'event.published', 'event.updated'].map((type) => `${type} ${event}`));
    expect(
      setAside()
        .map(({ consumer, pk }) => `${consumer} ${pk}`)
        .sort(),
    ).toEqual([`invalidator EVENT#${event}`, `stream-consumer EVENT#${event}`]);
  });

  it('is noted once more where it is withdrawn, since nobody can be told what was; it is gone from search all the same', async () => {
    const text = word();
    const event = await cloud.draft(titled(text));
    await cloud.publish(event);
    await settled();
    await spoil(event);
    expect((await cloud.ask(`/v1/staff/events/${event}/unpublish`, { body: {} })).status).toBe(200);
    await settled();
    expect(await found(text)).toEqual([]);
    expect(setAside().filter(({ consumer }) => consumer === 'stream-consumer')).toMatchObject([
      { pk: `EVENT#${event}` },
      { pk: `EVENT#${event}` },
    ]);
  });

  it('is mended by publishing the item again, or by a rebuild', async () => {
    const text = word();
    const event = await cloud.draft(titled(text));
    await cloud.publish(event);
    await settled();
    await spoil(event);
    await settled();
    expect(setAside()).toHaveLength(2);
    const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
    const other = word();
    await cloud.ask(`/v1/staff/events/${event}`, { method: 'PATCH', version, body: titled(other) });
    await cloud.publish(event);
    await settled();
    expect(await found(other)).toEqual([event]);
    expect(setAside()).toHaveLength(2);
  });
});

describe('an item whose page cannot be read', () => {
  it('is set aside by the index, and nothing else waits for it', async () => {
    const [broken, sound] = [await cloud.draft(titled(word())), await cloud.draft(titled(word()))];
    await cloud.publish(broken);
    await settled();
    const { slug } = (await cloud.ask(`/v1/events/${broken}`)).body;
    await set(`PAGE#az#${slug}`, 'PAGE', 'doc', { B: Buffer.from('nothing that could be read') });
    await set(`EVENT#${broken}`, 'SLUGS', 'note', { S: 'changed' });
    await cloud.publish(sound);
    await settled();
    expect(told()).toContain(`event.published ${sound}`);
    expect(setAside()).toMatchObject([{ consumer: 'stream-consumer', pk: `EVENT#${broken}`, sk: 'SLUGS' }]);
  });
});
