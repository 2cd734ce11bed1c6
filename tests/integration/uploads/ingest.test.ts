import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { telling } from '../../support/files/kinds.ts';

const storeEvent = (bucket: string, key: string): string =>
  JSON.stringify({
    Records: [
      {
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        s3: { bucket: { name: bucket }, object: { key, sequencer: '01' } },
      },
    ],
  });

describe('ingest', () => {
  let cloud: ProductCloud;
  let bytes: Buffer;

  beforeAll(async () => {
    cloud = await startProductInProcess();
    bytes = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#c08040' } })
      .png()
      .toBuffer();
  });
  afterAll(() => cloud.end());

  const queue = () => cloud.queue('IngestQueue');
  const bucket = () => cloud.s3.bucketName('OriginalsBucket');
  const state = async (id: string) => (await cloud.ask(`/v1/staff/uploads/${id}`)).body.state;
  const until = async (condition: () => Promise<boolean> | boolean) => {
    // Until the test itself times out: how fast a loaded machine makes renditions is not what is tested.
    while (!(await condition())) await pause(50);
  };
  const request = async (file: Buffer, contentType: string) => {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const answer = await cloud.ask('/v1/staff/uploads', {
      body: { fileName: 'a', contentType, contentLength: file.length, sha256 },
    });
    return answer.body;
  };
  const send = (signed: { url: string; headers: Record<string, string> }, file: Buffer) =>
    cloud.fetch(signed.url, { method: 'PUT', headers: signed.headers, body: file as NonNullable<RequestInit['body']> });

  it('makes of the same event ten times, in any order, what it makes of one', async () => {
    const signed = await request(bytes, 'image/png');
    const event = storeEvent(bucket(), `incoming/${signed.uploadId}`);
    // Before the object is there: the event fails and comes again.
    for (let n = 0; n < 3; n += 1) queue().send(event);
    await send(signed, bytes);
    for (let n = 0; n < 7; n += 1) queue().send(event);
    await until(async () => (await state(signed.uploadId)) === 'ready');
    await queue().idle();
    const objects = await cloud.s3.list(bucket());
    const mine = JSON.stringify(objects).match(new RegExp(signed.uploadId, 'g'));
    // One as it came, one kept, twelve renditions, and six files that a viewer asks for.
    expect(mine).toHaveLength(20);
    expect((await cloud.ask(`/v1/staff/uploads/${signed.uploadId}`)).body).toMatchObject({
      state: 'ready',
      width: 700,
      height: 500,
    });
    expect(queue().deadLetters()).toEqual([]);
  });

  it('keeps the original byte for byte, with all that it tells, and nothing of that elsewhere', async () => {
    for (const [type, make] of Object.entries(telling)) {
      const file = await make('Aysel Mammadova', 90, 60);
      const signed = await request(file, type);
      await send(signed, file);
      await until(async () => (await state(signed.uploadId)) === 'ready');
      const { body } = await cloud.s3.read(bucket(), `originals/${signed.uploadId}`);
      expect(Buffer.from(body).equals(file), type).toBe(true);
      const made = await cloud.s3.list(bucket(), `renditions/${signed.uploadId}/`);
      expect(made.length).toBeGreaterThan(3);
      for (const key of made) {
        const { body: bytes } = await cloud.s3.read(bucket(), key);
        expect(Buffer.from(bytes).includes('Mammadova'), key).toBe(false);
      }
    }
  });

  it('rejects other bytes than were announced, should the store hold some', async () => {
    const remove = cloud.inject({ match: ({ action }) => action === 's3:GetObject', respond: 'error' });
    const file = await sharp(bytes).negate().png().toBuffer();
    const signed = await request(file, 'image/png');
    await send(signed, file);
    const other = Buffer.from(file);
    other[other.length - 1] = 0;
    await cloud.s3.put(bucket(), `incoming/${signed.uploadId}`, other);
    remove();
    await until(async () => (await state(signed.uploadId)) === 'rejected');
    expect((await cloud.ask(`/v1/staff/uploads/${signed.uploadId}`)).body.rejection.code).toBe('wrong-checksum');
    expect(await cloud.s3.list(bucket(), `renditions/${signed.uploadId}`)).toEqual([]);
    expect(await cloud.s3.list(bucket(), `originals/${signed.uploadId}`)).toEqual([]);
  });

  it('takes the event of an upload that nobody knows yet again later, and sets it aside in the end', async () => {
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    queue().send(storeEvent(bucket(), `incoming/${unknown}`));
    queue().send('poison');
    const good = await cloud.image();
    expect(await state(good)).toBe('ready');
    await until(() => queue().deadLetters().length === 2);
    await queue().idle();
  });

  it('goes on with an upload during which its worker was killed', async () => {
    const file = await sharp({
      create: {
        width: 2600,
        height: 2000,
        channels: 3,
        background: '#111',
        noise: { type: 'gaussian', mean: 100, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    const signed = await request(file, 'image/jpeg');
    await send(signed, file);
    await until(async () => (await state(signed.uploadId)) === 'processing');
    await cloud.crash('IngestFunction');
    await until(async () => (await state(signed.uploadId)) === 'ready');
  });

  const isReadyNow = (body: unknown): boolean => JSON.stringify(body).includes('"ready"');
  it.each<[when: string, isHeld: (call: AwsCall) => boolean]>([
    ['begins', ({ action, body }) => action === 'dynamodb:TransactWriteItems' && !isReadyNow(body)],
    ['makes renditions', ({ action }) => action === 's3:PutObject'],
    ['says that it is ready', ({ action, body }) => action === 'dynamodb:TransactWriteItems' && isReadyNow(body)],
  ])('leaves nothing of an upload that is erased with its artwork while it %s', async (_, isHeld) => {
    const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
    const file = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#c08040', noise } })
      .png()
      .toBuffer();
    const [setAside, signed] = [queue().deadLetters().length, await request(file, 'image/png')];
    const exhibition = `/v1/staff/exhibitions/${(await cloud.ask('/v1/staff/exhibitions', { body: {} })).body.id}`;
    const body = { uploadId: signed.uploadId, translations: { az: { title: 'Günəş' } } };
    const artwork = `${exhibition}/artworks/${(await cloud.ask(`${exhibition}/artworks`, { body })).body.id}`;
    // An erasure waits for the image that is being processed, and not for one that was replaced.
    await cloud.ask(artwork, { method: 'PATCH', version: 1, body: { uploadId: null } });
    const [begun, erased] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const remove = cloud.inject({
      match: (call) => {
        if (!call.function.includes('Ingest') || call.presigned || !isHeld(call)) return false;
        begun.resolve();
        return true;
      },
      respond: erased.promise,
      times: 1,
    });
    await send(signed, file);
    await begun.promise;
    expect((await cloud.ask(artwork, { method: 'DELETE' })).status).toBe(200);
    await cloud.queue('PublisherQueue').idle();
    expect((await cloud.ask(`/v1/staff/uploads/${signed.uploadId}`)).status).toBe(404);
    // A copy that had begun before what arrived was deleted, and ends after the erasure has looked for it.
    await cloud.s3.put(bucket(), `originals/${signed.uploadId}`, file);
    erased.resolve();
    await queue().idle();
    remove();
    const left = (await cloud.s3.list(bucket())).filter((key) => !key.startsWith('erasures/'));
    expect(left.filter((key) => key.includes(signed.uploadId))).toEqual([]);
    expect(queue().deadLetters()).toHaveLength(setAside);
  });

  it('has the disk to itself that a killed worker has left full of tiles', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const startedAt = Math.round(uptime() - process.uptime());
    const folderOf = async (pid: number, since = startedAt): Promise<string> => {
      const folder = await mkdtemp(join(tmpdir(), `tiles-${pid}-${since}-`));
      await writeFile(join(folder, 'image'), 'tiles');
      return folder;
    };
    // A process may have got the id of the one that was killed; another run of it may be under way.
    const left = [await folderOf(dead), await folderOf(process.pid, startedAt - 300)];
    const own = await folderOf(process.pid);
    await cloud.image();
    expect([...left, own].map(existsSync)).toEqual([false, false, true]);
    await rm(own, { recursive: true });
  });

  it('survives a store that is throttled for a while', async () => {
    const remove = cloud.inject({
      match: ({ action, presigned }) => action.startsWith('s3:Put') && !presigned,
      respond: 'throttle',
      times: 6,
    });
    const id = await cloud.image();
    expect(await state(id)).toBe('ready');
    remove();
  });
});
