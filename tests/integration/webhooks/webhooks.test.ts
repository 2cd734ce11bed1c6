import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let receiver: Receiver;
const logs: string[] = [];

beforeAll(async () => {
  cloud = await startProductInProcess((line) => logs.push(line));
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await cloud.end();
});

const base = '/v1/staff/webhooks';
const create = (content: object = {}) => cloud.ask(base, { body: { url: receiver.url, ...content } });
const remove = async (id: string) => {
  const { body } = await cloud.ask(`${base}/${id}`);
  return cloud.ask(`${base}/${id}`, { method: 'DELETE', version: body.version });
};

describe('a webhook', () => {
  it('is created with a secret that is shown once, and listed, changed and deleted without it', async () => {
    const created = await create({ description: 'The static site', events: ['event.published'] });
    expect(created).toMatchObject({
      status: 201,
      body: {
        ...{ url: receiver.url, description: 'The static site', events: ['event.published'] },
        ...{ enabled: true, version: 1, secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) },
      },
    });
    const { secret, ...webhook } = created.body;
    expect(created.headers.get('etag')).toBe('"1"');
    expect(created.headers.get('location')).toBe(`${base}/${webhook.id}`);
    expect((await cloud.ask(`${base}/${webhook.id}`)).body).toEqual(webhook);
    expect((await cloud.ask(base)).body).toEqual({ items: [webhook] });

    const change = { method: 'PATCH', body: { description: null, events: null, enabled: false } };
    expect((await cloud.ask(`${base}/${webhook.id}`, change)).status).toBe(428);
    const changed = await cloud.ask(`${base}/${webhook.id}`, { ...change, version: 1 });
    expect(changed).toMatchObject({
      status: 200,
      body: { enabled: false, version: 2, disabledAt: expect.any(String) },
    });
    expect(changed.body).not.toHaveProperty('description');
    expect(changed.body).not.toHaveProperty('events');
    expect(changed.body).not.toHaveProperty('disabledReason');
    expect(await cloud.ask(`${base}/${webhook.id}`, { ...change, version: 1 })).toMatchObject({
      status: 412,
      body: { currentVersion: 2 },
    });
    const again = { method: 'PATCH', body: { enabled: true }, version: 2 };
    expect((await cloud.ask(`${base}/${webhook.id}`, again)).body).not.toHaveProperty('disabledAt');

    expect((await cloud.ask(`${base}/${webhook.id}`, { method: 'DELETE', version: 2 })).status).toBe(412);
    expect((await remove(webhook.id)).body).toEqual({ id: webhook.id, deleted: true });
    // Asked again, since an answer may be lost.
    const gone = await cloud.ask(`${base}/${webhook.id}`, { method: 'DELETE', version: 3 });
    expect(gone.body).toEqual({ id: webhook.id, deleted: true });
    for (const path of ['', '/deliveries', '/deliveries/01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
      expect((await cloud.ask(`${base}/${webhook.id}${path}`)).status).toBe(404);
    }
    expect((await cloud.ask(base)).body).toEqual({ items: [] });
    const audit = await cloud.ask(`/v1/staff/audit?item=${webhook.id}`);
    expect(audit.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'webhook.deleted',
      'webhook.updated',
      'webhook.updated',
      'webhook.created',
    ]);
    expect(JSON.stringify(audit.body)).not.toContain(secret);
    expect(logs.join('\n')).not.toContain(secret.slice(6));
  });

  it.each<[string, object, string]>([
    ['no address', { url: undefined }, 'url'],
    ['something that is no address', { url: 'hooks' }, 'url'],
    ['plain HTTP', { url: 'http://hooks.example.org/' }, 'url'],
    ['another scheme', { url: 'gopher://hooks.example.org/' }, 'url'],
    ['a name and password', { url: 'https://a:b@hooks.example.org/' }, 'url'],
    ['a port of another service', { url: 'https://hooks.example.org:22/' }, 'url'],
    ['an address of a private network', { url: 'https://192.168.1.1/' }, 'url'],
    ['the address of instance metadata', { url: 'https://169.254.169.254/latest/meta-data/' }, 'url'],
    ['the same as a number', { url: 'https://2852039166/' }, 'url'],
    ['the same in IPv6', { url: 'https://[::ffff:a9fe:a9fe]/' }, 'url'],
    ['an address that is too long', { url: `https://hooks.example.org/${'a'.repeat(2000)}` }, 'url'],
    ['an event that does not exist', { events: ['event.read'] }, 'events.0'],
    ['an event twice', { events: ['event.updated', 'event.updated'] }, 'events'],
    ['no events', { events: [] }, 'events'],
    ['a secret of its own', { secret: 'whsec_AAAA' }, 'secret'],
    ['a long description', { description: 'a'.repeat(201) }, 'description'],
  ])('is refused with %s', async (_, content, path) => {
    const answer = await create(content);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('cannot be moved to where it could not be created', async () => {
    const { body } = await create();
    const answer = await cloud.ask(`${base}/${body.id}`, {
      ...{ method: 'PATCH', version: 1, body: { url: 'https://10.0.0.1/' } },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'url', message: 'leads to an address that is not public' }] },
    });
    await remove(body.id);
  });

  it('is one of twenty at most', async () => {
    const ids = [];
    for (let n = 0; n < 20; n += 1) ids.push((await create()).body.id);
    expect(await create()).toMatchObject({ status: 409 });
    for (const id of ids) await remove(id);
  });
});

describe('a test message', () => {
  it('arrives signed, and is seen with its attempt', async () => {
    const { body: webhook } = await create({ events: ['exhibition.updated'] });
    const before = receiver.received.length;
    const answer = await cloud.ask(`${base}/${webhook.id}/test`, { body: {} });
    expect(answer).toMatchObject({ status: 202, body: { type: 'webhook.test', state: 'pending', attempts: [] } });
    await receiver.wait(before + 1);
    await cloud.queue('WebhookQueue').idle();
    const { headers, body } = receiver.received.at(-1) ?? {};
    expect(headers?.['webhook-id']).toBe(answer.body.id);
    expect(headers?.['user-agent']).toBe('Sergi-Webhooks/1');
    expect(JSON.parse(body ?? '')).toMatchObject({ type: 'webhook.test', data: { webhookId: webhook.id } });
    expect(receiver.verified(webhook.secret)).toHaveLength(1);
    const { body: list } = await cloud.ask(`${base}/${webhook.id}/deliveries`);
    expect(list.items).toMatchObject([
      { id: answer.body.id, state: 'succeeded', attempts: [{ status: 204, durationMs: expect.any(Number) }] },
    ]);
    expect(list.items[0]).not.toHaveProperty('nextAt');
    expect(await cloud.ask(`${base}/${webhook.id}/deliveries/${answer.body.id}`)).toMatchObject({
      status: 200,
      body: { id: answer.body.id, body },
    });
    expect((await cloud.ask(`${base}/${webhook.id}`)).body).toMatchObject({ lastDeliveredAt: expect.any(String) });
    await remove(webhook.id);
  });

  it('is not sent by a webhook that is off', async () => {
    const { body } = await create();
    await cloud.ask(`${base}/${body.id}`, { method: 'PATCH', version: 1, body: { enabled: false } });
    expect((await cloud.ask(`${base}/${body.id}/test`, { body: {} })).status).toBe(409);
    await remove(body.id);
  });
});

describe('a secret', () => {
  it('that was replaced signs beside the new one for a day', async () => {
    const { body: webhook } = await create();
    const rotated = await cloud.ask(`${base}/${webhook.id}/secret`, { body: {} });
    expect(rotated).toMatchObject({ status: 200, body: { version: 2, secretRotatedAt: expect.any(String) } });
    const { secret } = rotated.body;
    expect(secret).not.toBe(webhook.secret);
    const test = async () => {
      const before = receiver.received.length;
      await cloud.ask(`${base}/${webhook.id}/test`, { body: {} });
      await receiver.wait(before + 1);
      await cloud.queue('WebhookQueue').idle();
      return receiver.received.splice(0);
    };
    receiver.received.length = 0;
    const [both] = await test();
    receiver.received.push(...(both ? [both] : []));
    for (const one of [webhook.secret, secret]) expect(receiver.verified(one)).toHaveLength(1);
    receiver.received.length = 0;

    cloud.clock.set(24 * 3_600_000);
    const [later] = await test();
    cloud.clock.set(0);
    expect(String(both?.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(String(later?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    expect(logs.join('\n')).not.toContain(secret.slice(6));
    await remove(webhook.id);
  });
});

describe('deliveries', () => {
  it('are listed newest first, page by page', async () => {
    const { body: webhook } = await create();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await cloud.ask(`${base}/${webhook.id}/test`, { body: {} })).body.id);
    await cloud.queue('WebhookQueue').idle();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query: string = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await cloud.ask(`${base}/${webhook.id}/deliveries?limit=2${query}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    const other = await create();
    const { body } = await cloud.ask(`${base}/${webhook.id}/deliveries?limit=2`);
    expect((await cloud.ask(`${base}/${other.body.id}/deliveries?cursor=${body.nextCursor}`)).body.errors[0].path).toBe(
      'cursor',
    );
    await remove(webhook.id);
    await remove(other.body.id);
  });

  it('that came through can be sent again, with the same id', async () => {
    const { body: webhook } = await create();
    receiver.received.length = 0;
    const { body: delivery } = await cloud.ask(`${base}/${webhook.id}/test`, { body: {} });
    await cloud.queue('WebhookQueue').idle();
    const again = await cloud.ask(`${base}/${webhook.id}/deliveries/${delivery.id}/resend`, { body: {} });
    expect(again).toMatchObject({ status: 202, body: { id: delivery.id, state: 'pending' } });
    await cloud.queue('WebhookQueue').idle();
    const [first, second] = await receiver.wait(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    const { body } = await cloud.ask(`${base}/${webhook.id}/deliveries/${delivery.id}`);
    expect(body).toMatchObject({ state: 'succeeded', attempts: [{ status: 204 }, { status: 204 }] });
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${webhook.id}`);
    expect(audit.items.map(({ action }: { action: string }) => action)).toEqual([
      'webhook.resent',
      'webhook.tested',
      'webhook.created',
    ]);
    expect((await cloud.ask(`${base}/${webhook.id}/deliveries/${webhook.id}/resend`, { body: {} })).status).toBe(404);
    await remove(webhook.id);
  });
});
