import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('replay');
});
afterAll(() => cloud.end());

const replay = async (...args: string[]): Promise<{ code: number | null; out: string }> => {
  const env = {
    ...process.env,
    LC_ALL: 'C',
    SERGI_URL: cloud.url,
    SERGI_TOKEN: await cloud.token({ groups: ['admin'] }),
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../tools/replay.ts'), ...args], { env });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
};

const until = async (condition: () => Promise<boolean> | boolean) => {
  while (!(await condition())) await pause(50);
};

const setAside = (queue: string) => cloud.queue(queue).deadLetters().length;

/** Sends an image, without waiting for what becomes of it. */
const sendImage = async (color: string): Promise<string> => {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: bytes.length, sha256 };
  const { body } = await cloud.ask('/v1/staff/uploads', { body: request });
  await fetch(body.url, { method: 'PUT', headers: body.headers, body: bytes as NonNullable<RequestInit['body']> });
  return body.uploadId;
};

const state = async (id: string) => (await cloud.ask(`/v1/staff/uploads/${id}`)).body.state;

describe('npm run replay', () => {
  it('says so where no dead-letter queue holds anything', async () => {
    expect(await replay()).toEqual({
      code: 0,
      out: 'uploads: nothing to redrive\nexhibitions: nothing to redrive\nwebhooks: nothing to redrive\nviews: nothing to redrive\nmail: nothing to redrive\n',
    });
  });

  it('sends uploads back that failed while the store did, past a message that nobody can read', async () => {
    const remove = cloud.inject({
      match: ({ action, function: name }) => action === 's3:GetObject' && name.startsWith('Ingest'),
      respond: 'error',
    });
    const broken = await sendImage('#112233');
    cloud.queue('IngestQueue').send('poison');
    await until(() => setAside('IngestQueue') === 2);
    expect(await state(broken)).toBe('processing');
    remove();
    // It stood in nobody's way meanwhile.
    const behind = await cloud.image();
    expect(await state(behind)).toBe('ready');

    const { body } = await cloud.ask('/v1/staff/set-aside');
    expect(body.queues).toContainEqual({ queue: 'uploads', count: 2 });
    const listed = { queue: 'uploads', sentAt: expect.any(String), failedAt: expect.any(String) };
    expect(body.items).toEqual(
      expect.arrayContaining([
        { ...listed, id: expect.any(String), reason: 'SyntaxError' },
        { ...listed, id: expect.any(String), reason: expect.any(String), subject: { kind: 'upload', id: broken } },
      ]),
    );
    // Nothing of it is gone, or hidden from the next one who looks.
    expect((await cloud.ask('/v1/staff/set-aside')).body).toEqual(body);

    expect(await replay('uploads')).toEqual({ code: 0, out: 'uploads: 2 sent back to the queue\n' });
    await until(async () => (await state(broken)) === 'ready');
    await until(() => setAside('IngestQueue') === 1);
    expect(cloud.queue('IngestQueue').messages()).toEqual([]);
  });

  it('sends exhibitions back that could not be looked after', async () => {
    const exhibitionId = ulid();
    const remove = cloud.inject({
      match: ({ function: name }) => name.startsWith('Publisher'),
      respond: 'error',
    });
    cloud.queue('PublisherQueue').send(JSON.stringify({ exhibitionId }));
    await until(() => setAside('PublisherQueue') === 1);
    remove();
    expect((await replay('exhibitions')).out).toBe('exhibitions: 1 sent back to the queue\n');
    await cloud.queue('PublisherQueue').idle();
    expect(setAside('PublisherQueue')).toBe(0);
  });

  it('sends back one of several, and says where it is not there any more', async () => {
    const remove = cloud.inject({ match: ({ function: name }) => name.startsWith('Publisher'), respond: 'error' });
    const [one, other] = [ulid(), ulid()];
    for (const exhibitionId of [one, other]) cloud.queue('PublisherQueue').send(JSON.stringify({ exhibitionId }));
    await until(() => setAside('PublisherQueue') === 2);
    remove();
    const { items } = (await cloud.ask('/v1/staff/set-aside')).body;
    const message = items.find(({ subject }: { subject?: { id: string } }) => subject?.id === other)?.id;
    const redrive = () => cloud.ask('/v1/staff/replay', { body: { queue: 'exhibitions', message } });
    expect(await redrive()).toMatchObject({ status: 200, body: { count: 1 } });
    await cloud.queue('PublisherQueue').idle();
    const left = (await cloud.ask('/v1/staff/set-aside')).body.items;
    expect(left.filter(({ queue }: { queue: string }) => queue === 'exhibitions')).toMatchObject([
      { subject: { kind: 'exhibition', id: one } },
    ]);
    expect(await redrive()).toMatchObject({ status: 404, body: { code: 'setAsideNotFound' } });
    expect((await replay('exhibitions')).out).toBe('exhibitions: 1 sent back to the queue\n');
    await cloud.queue('PublisherQueue').idle();
  });

  it('can be told from what was set aside of each queue, and of changes that could not be followed', async () => {
    const change = { unfollowed: { reason: 'ThrottlingException' } };
    for (const name of ['WebhookDeadLetters', 'ViewsDeadLetters']) cloud.queue(name).send('poison');
    cloud.queue('FollowerFailures').send(JSON.stringify(change));
    const first = (await cloud.ask('/v1/staff/set-aside')).body;
    for (const queue of ['webhooks', 'views', 'changes']) {
      expect(first.queues).toContainEqual({ queue, count: 1 });
      expect(first.items).toContainEqual(expect.objectContaining({ queue }));
    }
    expect(first.items).toContainEqual(expect.objectContaining({ queue: 'changes', reason: 'ThrottlingException' }));
    expect((await cloud.ask('/v1/staff/set-aside')).body).toEqual(first);
  });

  it('is noted in the audit, and open to admins only', async () => {
    const { body } = await cloud.ask('/v1/staff/audit?item=exhibitions');
    expect(body.items[0]).toMatchObject({ action: 'queue.redriven', item: 'exhibitions' });
    expect((await cloud.ask('/v1/staff/set-aside', { as: 'editor' })).status).toBe(403);
    expect((await cloud.ask('/v1/staff/replay', { as: 'editor', body: { queue: 'uploads' } })).status).toBe(403);
    expect((await cloud.ask('/v1/staff/replay', { body: { queue: 'letters' } })).body.errors).toMatchObject([
      { path: 'queue' },
    ]);
    expect(await replay('letters')).toMatchObject({ code: 2, out: expect.stringContaining('Usage') });
  });
});
