import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quiet, type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { clockOfFunctions } from '../../support/cloud/clock-of-functions.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let receiver: Receiver;
let webhook: { readonly id: string; readonly secret: string };

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  receiver = await startReceiver();
  webhook = (await cloud.ask(base, { body: { url: receiver.url } })).body;
});
afterAll(async () => {
  await receiver.close();
  await cloud.end();
});
beforeEach(() => {
  receiver.answer({});
  receiver.received.length = 0;
});
afterEach(() => cloud.clock.set(0));

const base = '/v1/staff/webhooks';

const settled = async (): Promise<void> => {
  await cloud.followed('FollowerFunction');
  await quiet(cloud);
};

const versionOf = async (id: string): Promise<number> => (await cloud.ask(`/v1/staff/events/${id}`)).body.version;

/** The messages about something, newest first, each with its body. */
const messagesAbout = async (subject: string) => {
  const { body } = await cloud.ask(`${base}/${webhook.id}/deliveries`);
  const all = await Promise.all(
    body.items.map(async ({ id }: { id: string }) => (await cloud.ask(`${base}/${webhook.id}/deliveries/${id}`)).body),
  );
  return all.filter((one) => one.body.includes(subject)).map((one) => ({ ...one, body: JSON.parse(one.body) }));
};

const rename = async (id: string, slug: string): Promise<void> => {
  const body = { translations: { az: { slug } } };
  await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: await versionOf(id), body });
  expect((await cloud.publish(id)).status).toBe(200);
};

const eraseEvent = async (id: string) => {
  await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
  await cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version: await versionOf(id) });
  await settled();
  return cloud.ask(`/v1/staff/events/${id}/erase`, { version: await versionOf(id), body: {} });
};

const draft = (slug: string): Promise<string> =>
  cloud.draft({ translations: { az: { title: 'Sərgi', slug, body: 'Mətn' } } });

/** What is kept that has a word, and the messages among it. */
const kept = async (word: string) => (await cloud.items('DeskTable')).filter((item) => item.includes(word));
const messagesWith = async (word: string) => (await kept(word)).filter((item) => item.includes('"pk":"WEBHOOK'));

describe('the addresses of an event that was erased', () => {
  it('are in no message any more, sent or planned, of no webhook; messages can be sent again without them', async () => {
    const deleted = (await cloud.ask(base, { body: { url: receiver.url } })).body;
    const id = await draft('xhooka-az');
    await cloud.publish(id);
    await rename(id, 'xhookb-az');
    await settled();
    const end = new Date(Date.now() + 400 * 86_400_000).toISOString();
    await cloud.ask(`/v1/staff/events/${id}/publish`, { version: await versionOf(id), body: { unpublishAt: end } });
    await settled();
    await cloud.ask(`${base}/${deleted.id}`, { method: 'DELETE', version: deleted.version });
    expect((await messagesWith('WEBHOOK-PLAN#')).length).toBeGreaterThan(0);
    expect((await messagesWith('xhook')).some((item) => item.includes(deleted.id))).toBe(true);
    expect((await eraseEvent(id)).status).toBe(200);

    expect(await kept('xhook')).toEqual([]);
    const messages = await messagesAbout(id);
    const types = messages.map(({ body }) => body.type);
    expect(types).toEqual(expect.arrayContaining(['event.unpublished', 'event.updated', 'event.published']));
    for (const { body } of messages) expect(body.data).toMatchObject({ id, locales: ['az'], urls: {} });
    receiver.received.length = 0;
    const [{ id: last }] = messages;
    expect((await cloud.ask(`${base}/${webhook.id}/deliveries/${last}/resend`, { body: {} })).status).toBe(202);
    await quiet(cloud);
    expect(receiver.verified(webhook.secret)).toEqual([messages[0].body]);
  });

  it('are not sent where a message is still tried, or is heard of only then', async () => {
    const id = await draft('xhookc-az');
    receiver.answer({ status: 503 });
    await cloud.publish(id);
    await settled();
    expect((await eraseEvent(id)).status).toBe(200);
    receiver.answer({});
    receiver.received.length = 0;
    cloud.clock.set(3_600_000);
    await settled();
    expect(receiver.received.length).toBeGreaterThan(0);
    for (const { body } of receiver.received) expect(body).not.toContain('xhookc');
    const [{ body }] = await messagesAbout(id);
    const data = { ...body.data, urls: { az: `${cloud.url}/az/events/xhookc-az` } };
    const late = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', type: body.type, kind: 'event', subject: id };
    const times = { actedAt: body.timestamp, at: body.timestamp, body: JSON.stringify({ ...body, data }) };
    cloud.queue('WebhookQueue').send(JSON.stringify({ announce: { ...late, ...times } }));
    await quiet(cloud);
    expect(await kept('xhookc')).toEqual([]);
  });

  it('are neither shown nor sent where a restore of the table has brought them back', async () => {
    const id = await draft('xhookh-az');
    await cloud.publish(id);
    await settled();
    const desk = deskTable(cloud);
    const before = (await desk.items()).filter(
      ({ sk, delivery }) => sk?.S?.startsWith('DELIVERY#') && delivery?.S?.includes(id),
    );
    expect(before).toHaveLength(1);
    expect((await eraseEvent(id)).status).toBe(200);
    for (const item of before) await desk.put(item);
    expect((await messagesWith('xhookh')).length).toBe(1);
    const messages = await messagesAbout(id);
    expect(messages.map(({ body }) => body.data.urls)).toEqual([{}, {}]);
    receiver.received.length = 0;
    for (const one of messages) await cloud.ask(`${base}/${webhook.id}/deliveries/${one.id}/resend`, { body: {} });
    await quiet(cloud);
    expect(receiver.received).toHaveLength(2);
    for (const { body } of receiver.received) expect(body).not.toContain('xhookh');
  });

  it('go when the erasure is asked for again, where it broke off', async () => {
    const id = await draft('xhookd-az');
    await cloud.publish(id);
    await settled();
    const writes = ({ action, body }: AwsCall) =>
      action === 'dynamodb:PutItem' && JSON.stringify(body).includes('DELIVERY#');
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version: await versionOf(id) });
    await settled();
    const version = await versionOf(id);
    const remove = cloud.inject({ match: writes, respond: 'deny', times: 1 });
    const broken = await cloud.ask(`/v1/staff/events/${id}/erase`, { version, body: {} });
    remove();
    expect(broken.status).toBe(500);
    expect((await kept('xhookd')).length).toBeGreaterThan(0);
    expect((await cloud.ask(`/v1/staff/events/${id}/erase`, { version, body: {} })).status).toBe(200);
    expect(await kept('xhookd')).toEqual([]);
  });
});

describe('a former address that was erased', () => {
  it('is in no message any more; others stay, and so does one that is given to the event again', async () => {
    const id = await draft('xhooke-az');
    await cloud.publish(id);
    await rename(id, 'xhookf-az');
    await settled();
    const erase = () => cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: { locale: 'az', slug: 'xhooke-az' } });
    expect((await erase()).status).toBe(200);
    const messages = (await messagesAbout(id)).map(({ body }) => body);
    expect(JSON.stringify(messages)).not.toContain('xhooke');
    expect(messages[0].data).toMatchObject({ urls: { az: `${cloud.url}/az/events/xhookf-az` }, removed: { urls: {} } });
    expect(await messagesWith('xhooke')).toEqual([]);
    expect((await erase()).status).toBe(400);
    await rename(id, 'xhooke-az');
    await settled();
    const [again] = await messagesAbout(id);
    expect(again.body.data.urls).toEqual({ az: `${cloud.url}/az/events/xhooke-az` });
  });
});

describe('an erased address on the institution’s own site', () => {
  it('is found wherever that has the slug, and whatever the settings say by now', async () => {
    const save = async (frontend: object): Promise<void> => {
      const { body: site, headers } = await cloud.ask('/v1/staff/site');
      const version = Number(headers.get('etag')?.replaceAll('"', ''));
      await cloud.ask('/v1/staff/site', { method: 'PUT', version, body: { ...site, frontend } });
    };
    await save({ events: 'https://example.org/{locale}/news-{slug};1.html' });
    // Functions trust the settings that they have read for ten seconds.
    clockOfFunctions.ageCaches();
    const id = await draft('xhooki-az');
    await cloud.publish(id);
    await rename(id, 'xhookj-az');
    await settled();
    await save({});
    const body = { locale: 'az', slug: 'xhooki-az' };
    expect((await cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body })).status).toBe(200);
    expect(await messagesWith('xhooki')).toEqual([]);
    expect(await messagesWith('news-xhookj-az;1.html')).not.toEqual([]);
  });
});

describe('the addresses of an exhibition that was erased', () => {
  it('are in no message any more', async () => {
    const id = await cloud.exhibition({
      translations: { az: { title: 'Sərgi', slug: 'xhookg-az', description: 'M' } },
    });
    const artworkId = await cloud.enter(id);
    await cloud.act(id, 'selection', { artworkIds: [artworkId] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await settled();
    expect((await messagesAbout(id)).length).toBe(1);
    await cloud.act(id, 'unpublish');
    await settled();
    for (let erased = false; !erased; await cloud.published())
      ({ erased } = (await cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} })).body);
    await settled();
    expect((await messagesAbout(id)).map(({ body }) => body.data.urls)).toEqual([{}, {}]);
    expect(await kept('xhookg')).toEqual([]);
  });
});
