import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromDocument, toDocument } from '../../../shared/aws/document.ts';
import { webhookSchema } from '../../../shared/model/staff/webhook.ts';
import { type WebhookEvent, webhookEventsOf } from '../../../shared/webhooks/events/webhook-event.ts';
import { quiet, type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
const logs: string[] = [];
const receivers: Receiver[] = [];

beforeAll(async () => {
  cloud = await startProductInProcess((line) => logs.push(line));
});
afterAll(() => cloud.end());
afterEach(async () => {
  const { body } = await cloud.ask(base);
  for (const { id, version } of body.items) await cloud.ask(`${base}/${id}`, { method: 'DELETE', version });
  for (const receiver of receivers.splice(0)) await receiver.close();
  // What waits is not waited for: its webhook is gone.
  await quiet(cloud);
  cloud.clock.set(100 * 3_600_000);
  await cloud.queue('WebhookQueue').idle();
  cloud.clock.set(0);
});

const base = '/v1/staff/webhooks';

/** A receiver and its webhook, with what is kept of its deliveries. */
const listener = async (content: object = {}) => {
  const receiver = await startReceiver();
  receivers.push(receiver);
  const answer = await cloud.ask(base, { body: { url: receiver.url, ...content } });
  expect(answer).toMatchObject({ status: 201 });
  const { id, secret } = answer.body;
  const deliveries = async () => {
    const answer = await cloud.ask(`${base}/${id}/deliveries`);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body.items;
  };
  return {
    ...{ id, secret, receiver, deliveries },
    read: async () => (await cloud.ask(`${base}/${id}`)).body,
    /** The newest delivery, once it is as wanted. */
    delivery: async (wanted: (delivery: Kept) => boolean = () => true): Promise<Kept> => {
      for (;;) {
        const [newest] = await deliveries();
        if (newest && wanted(newest)) return newest;
        await pause(30);
      }
    },
  };
};

interface Kept {
  readonly id: string;
  readonly state: string;
  readonly nextAt?: string;
  readonly attempts: readonly { readonly at: string; readonly status?: number; readonly error?: string }[];
}

const tried = (count: number) => (delivery: Kept) => delivery.attempts.length === count;

/** An announcement of an event that was published just now. */
const published = (): WebhookEvent => {
  const now = new Date();
  const publication = { publishedAt: now.toISOString(), slugs: { az: 'sergi' }, category: 'events' };
  const after = { edition: 1, actedAt: now.toISOString(), publication };
  const [announcement] = webhookEventsOf({ kind: 'event', id: ulid(), after }, now);
  if (!announcement) throw new Error('Nothing is announced.');
  return announcement;
};

const announce = (announcement: WebhookEvent): void =>
  void cloud.queue('WebhookQueue').send(JSON.stringify({ announce: announcement }));

/**
 * Lets the clock of the functions come to a time, or a little later, when nobody is working: who is reckons with the
 * time as it was.
 */
const goTo = async (time: number): Promise<void> => {
  await quiet(cloud);
  cloud.clock.set(time - Date.now() + 50);
};

const idsOf = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id']);

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

describe('a receiver that fails', () => {
  it('is tried for a day ever more rarely, and switched off with a notice when nothing has come through', async () => {
    const { id, receiver, delivery, read, deliveries } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    let kept = await delivery(tried(1));
    while (kept.nextAt) {
      const count = kept.attempts.length + 1;
      expect((await read()).failingSince).toBe(kept.attempts[0]?.at);
      await goTo(Date.parse(kept.nextAt));
      kept = await delivery(tried(count));
    }
    expect(kept.state).toBe('failed');
    const began = Date.parse(kept.attempts[0]?.at ?? '');
    const after = kept.attempts.map(({ at }) => (Date.parse(at) - began) / 1000);
    const planned = [0, 5, 305, 2105, 9305, 27_305, 63_305, 86_400];
    expect(after).toHaveLength(planned.length);
    for (const [n, seconds] of after.entries()) {
      expect(seconds).toBeGreaterThanOrEqual(planned[n] ?? 0);
      // Up to a tenth later by chance, and what the machine needs.
      expect(seconds).toBeLessThan((planned[n] ?? 0) * 1.1 + 60);
    }
    expect(new Set(idsOf(receiver)).size).toBe(1);
    const stamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect((stamps.at(-1) ?? 0) - (stamps[0] ?? 0)).toBeGreaterThanOrEqual(86_400);

    await cloud.queue('WebhookQueue').idle();
    const webhook = await read();
    expect(webhook).toMatchObject({ enabled: false, disabledReason: 'failing', disabledAt: expect.any(String) });
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${id}`);
    expect(audit.items[0]).toMatchObject({
      action: 'webhook.disabled',
      createdBy: { id: 'sergi' },
      from: 'webhooks',
      version: 2,
    });
    expect(logs.filter((line) => line.includes('"WebhooksSwitchedOff":1'))).toHaveLength(1);

    const before = receiver.received.length;
    announce(published());
    await cloud.queue('WebhookQueue').idle();
    expect(receiver.received).toHaveLength(before);
    expect(await deliveries()).toHaveLength(1);

    // Mended, switched on again, and what was missed sent again.
    receiver.answer({});
    const on = await cloud.ask(`${base}/${id}`, { method: 'PATCH', version: 2, body: { enabled: true } });
    expect(on.body).toMatchObject({ enabled: true });
    for (const name of ['failingSince', 'disabledReason', 'disabledAt']) expect(on.body).not.toHaveProperty(name);
    await cloud.ask(`${base}/${id}/deliveries/${kept.id}/resend`, { body: {} });
    expect((await delivery(({ state }) => state === 'succeeded')).attempts).toHaveLength(9);
  });

  it('and then answers has the message, and is not failing any more', async () => {
    const { receiver, delivery, read } = await listener();
    receiver.answer({ status: 503 }, { status: 404 }, { status: 200 });
    announce(published());
    for (let count = 1; count < 3; count += 1) await goTo(Date.parse((await delivery(tried(count))).nextAt ?? ''));
    const kept = await delivery(({ state }) => state === 'succeeded');
    expect(kept.attempts).toMatchObject([{ status: 503 }, { status: 404 }, { status: 200 }]);
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).not.toHaveProperty('failingSince');
  });

  it('and says 410 is switched off at once', async () => {
    const { receiver, delivery, read } = await listener();
    receiver.answer({ status: 500 }, { status: 410 });
    announce(published());
    const waiting = await delivery(tried(1));
    announce(published());
    await delivery(({ state }) => state === 'failed');
    await goTo(Date.parse(waiting.nextAt ?? ''));
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).toMatchObject({ enabled: false, disabledReason: 'gone' });
    expect(receiver.received).toHaveLength(2);
  });

  it('and asks for time is given it', async () => {
    const { receiver, delivery } = await listener();
    receiver.answer({ status: 429, headers: { 'retry-after': '1200' } });
    announce(published());
    const { attempts, nextAt = '' } = await delivery(tried(1));
    const asked = Date.parse(nextAt) - Date.parse(attempts[0]?.at ?? '');
    expect(asked).toBeGreaterThanOrEqual(1_200_000);
    expect(asked).toBeLessThan(1_320_000);
  });

  it('stays on where another message has come through meanwhile', async () => {
    const { receiver, deliveries, delivery, read } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    let kept = await delivery(tried(1));
    const { id } = kept;
    await goTo(Date.parse(kept.nextAt ?? ''));
    await delivery(tried(2));
    receiver.answer({ status: 200 }, { status: 500 });
    announce(published());
    await delivery((newest) => newest.id !== id && newest.state === 'succeeded');
    const first = async () => (await deliveries()).find((one: Kept) => one.id === id);
    for (kept = await first(); kept.nextAt; kept = await first()) {
      await goTo(Date.parse(kept.nextAt));
      await quiet(cloud);
    }
    expect(kept.state).toBe('failed');
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).toMatchObject({ enabled: true, failingSince: expect.any(String) });
  });
});

describe('a receiver that is slow', () => {
  it('holds back no other', async () => {
    const slow = await listener({ events: ['event.published'] });
    slow.receiver.answer({ hold: true });
    for (let n = 0; n < 180; n += 1) announce(published());
    await slow.receiver.wait(20);
    const quick = await listener();
    await cloud.ask(`${base}/${quick.id}/test`, { body: {} });
    await quick.receiver.wait(1);
    // Fifty are on their way at the same time, and as many may have taken their place. Had it come after all the
    // others, most of them would have been sent.
    expect(slow.receiver.received.length).toBeLessThan(120);
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
