import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromDocument, toDocument } from '../../../shared/aws/document.ts';
import { webhookSchema } from '../../../shared/model/staff/webhook.ts';
import { quiet } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { base, idsOf, published, tried, webhooksOn } from '../../support/webhook-listener.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

const { listener, announce, goTo, clear } = webhooksOn(() => cloud);

afterEach(clear);

describe('an announcement', () => {
  it('of 0.1.0 that waits in the queue reaches those who listen, by its present name', async () => {
    const { receiver, secret } = await listener({ events: ['event.unpublished'] });
    const announcement = published();
    const old = (text: string) => text.replace('event.published', 'event.withdrawn');
    const message = { ...announcement, type: old(announcement.type), body: old(announcement.body) };
    cloud.queue('WebhookQueue').send(JSON.stringify({ announce: message }));
    await quiet(cloud);
    expect(receiver.verified(secret)).toEqual([{ ...JSON.parse(announcement.body), type: 'event.unpublished' }]);
  });

  it('reaches everybody who listens once, however often it is heard of', async () => {
    const all = await listener();
    const some = await listener({ events: ['event.updated', 'event.published'] });
    const others = await listener({ events: ['event.unpublished', 'exhibition.published'] });
    const announcement = published();
    announce(announcement);
    announce(announcement);
    await quiet(cloud);
    announce(announcement);
    announce(published());
    await quiet(cloud);
    for (const { receiver, secret, deliveries } of [all, some]) {
      expect(receiver.received).toHaveLength(2);
      expect(idsOf(receiver)).toContain(announcement.id);
      expect(receiver.verified(secret)).toContainEqual(JSON.parse(announcement.body));
      expect(await deliveries()).toMatchObject([{ state: 'succeeded' }, { state: 'succeeded' }]);
    }
    expect(new Set(idsOf(all.receiver))).toEqual(new Set(idsOf(some.receiver)));
    expect(others.receiver.received).toEqual([]);
    expect(await others.deliveries()).toEqual([]);
  });

  it('is made whole where whoever spread it died in the middle', async () => {
    const first = await listener();
    const second = await listener();
    const isAsked = ({ action, function: name }: { action: string; function: string }) =>
      action === 'sqs:SendMessage' && name.includes('WebhooksFunction');
    const remove = cloud.inject({ match: isAsked, respond: 'deny', times: 1 });
    announce(published());
    await quiet(cloud);
    remove();
    for (const { receiver } of [first, second]) expect(receiver.received).toHaveLength(1);
  });
});

describe('a delivery', () => {
  it('that was sent but not written down is sent again with the same id', async () => {
    const { receiver, delivery } = await listener();
    receiver.answer({ hold: true }, {});
    announce(published());
    await receiver.wait(1);
    await cloud.crash('WebhooksFunction');
    const { nextAt = '' } = await delivery();
    await goTo(Date.parse(nextAt));
    await receiver.wait(2);
    expect((await delivery(({ state }) => state === 'succeeded')).attempts).toHaveLength(1);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });

  it('whose record is lost at the last moment is not lost itself', async () => {
    const { receiver, delivery } = await listener();
    const isRecord = (call: { action: string; body?: unknown }) =>
      call.action === 'dynamodb:PutItem' && JSON.stringify(call.body).includes('durationMs');
    const recorded = cloud.calls.filter(isRecord).length;
    const remove = cloud.inject({ match: isRecord, respond: 'reset' });
    announce(published());
    await receiver.wait(1);
    // As often as it tries to write it down.
    await expect
      .poll(() => cloud.calls.filter(isRecord).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(recorded + 4);
    remove();
    const { nextAt = '' } = await delivery();
    await goTo(Date.parse(nextAt));
    await delivery(({ state }) => state === 'succeeded');
    expect(new Set(idsOf(receiver)).size).toBe(1);
  });

  it('that waits is not sent when its webhook is deleted', async () => {
    const { id, receiver, delivery } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    const { nextAt = '' } = await delivery(tried(1));
    await cloud.ask(`${base}/${id}`, { method: 'DELETE', version: 1 });
    await goTo(Date.parse(nextAt));
    await cloud.queue('WebhookQueue').idle();
    expect(receiver.received).toHaveLength(1);
  });

  it('that waits is dropped when its webhook is switched off', async () => {
    const { id, receiver, delivery } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    const { nextAt = '' } = await delivery(tried(1));
    await cloud.ask(`${base}/${id}`, { method: 'PATCH', version: 1, body: { enabled: false } });
    await goTo(Date.parse(nextAt));
    await cloud.queue('WebhookQueue').idle();
    expect(await delivery()).toMatchObject({ state: 'cancelled', attempts: [{ status: 500 }] });
    expect(receiver.received).toHaveLength(1);
  });

  it('that waits is signed by the secrets of the moment when it is sent', async () => {
    const { id, secret, receiver, delivery } = await listener();
    receiver.answer({ status: 500 }, {});
    announce(published());
    const { nextAt = '' } = await delivery(tried(1));
    const rotated = await cloud.ask(`${base}/${id}/secret`, { body: {} });
    await goTo(Date.parse(nextAt));
    await receiver.wait(2);
    receiver.received.shift();
    for (const one of [secret, rotated.body.secret]) expect(receiver.verified(one)).toHaveLength(1);
  });

  it('that waits can be sent at once, and does not come again when it would have', async () => {
    const { id, receiver, delivery } = await listener();
    receiver.answer({ status: 500, headers: { 'retry-after': '3600' } }, {});
    announce(published());
    const kept = await delivery(tried(1));
    await cloud.ask(`${base}/${id}/deliveries/${kept.id}/resend`, { body: {} });
    await delivery(({ state }) => state === 'succeeded');
    await goTo(Date.parse(kept.nextAt ?? ''));
    await cloud.queue('WebhookQueue').idle();
    expect(receiver.received).toHaveLength(2);
  });

  it('does not go to an address that has become private, whatever stands in the desk', async () => {
    const { id, receiver, delivery } = await listener();
    const client = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const TableName = cloud.dynamodb.tableName('DeskTable');
    const Key = { pk: { S: 'WEBHOOKS' }, sk: { S: `ENDPOINT#${id}` } };
    const { Item = {} } = await client.send(new GetItemCommand({ TableName, Key }));
    const webhook = fromDocument(webhookSchema, Item.doc);
    for (const url of ['https://169.254.169.254/', 'https://10.0.0.1:8443/']) {
      const doc = toDocument({ ...webhook, url });
      await client.send(new PutItemCommand({ TableName, Item: { ...Item, doc } }));
      const announcement = published();
      announce(announcement);
      const kept = await delivery((newest) => newest.id === announcement.id && newest.attempts.length > 0);
      expect(kept.attempts).toMatchObject([{ durationMs: 0, error: 'leads to an address that is not public' }]);
    }
    expect(receiver.received).toEqual([]);
  });
});

describe('a message that cannot be worked on', () => {
  it('is set aside in the end, until it is sent back to work', async () => {
    cloud.queue('WebhookQueue').send('{"nonsense": true}');
    await cloud.queue('WebhookQueue').idle();
    expect(cloud.queue('WebhookQueue').deadLetters()).toMatchObject([{ body: '{"nonsense": true}', receiveCount: 25 }]);
    const { body } = await cloud.ask('/v1/staff/replay', { body: { queue: 'webhooks' } });
    expect(body).toEqual({ queue: 'webhooks', count: 1 });
    await cloud.queue('WebhookQueue').idle();
  });
});
