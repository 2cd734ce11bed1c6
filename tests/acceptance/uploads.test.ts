import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, requestUpload, send, settled, sha256, unique, upload } from '../support/clients/client.ts';
import { harmlessFiles, rejectedFiles } from '../support/files/hostile.ts';
import { heic } from '../support/files/kinds.ts';
import { scan } from '../support/files/scans.ts';
import { withCover } from '../support/files/with-cover.ts';

describe('a signed upload', () => {
  let bytes: Buffer;
  let other: Buffer;

  beforeAll(async () => {
    bytes = await scan(200, 100);
    other = await scan(200, 100);
  });

  it('binds the length, the type, the bytes and the key, and works once', async () => {
    const { body } = await requestUpload(bytes);
    expect(body).toMatchObject({ alreadyUploaded: false, method: 'PUT' });
    expect(Object.keys(body.headers).sort()).toEqual(['content-type', 'if-none-match', 'x-amz-checksum-sha256']);
    expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.now());

    const changed = (url: string) => new URL(url);
    const elsewhere = changed(body.url);
    elsewhere.pathname = elsewhere.pathname.replace(/[^/]+$/, 'other');
    const longer = changed(body.url);
    longer.searchParams.set('X-Amz-Expires', '86400');
    const { 'if-none-match': _, ...withoutCondition } = body.headers;
    const refused = {
      'other bytes of the same length': await send(body, Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)])),
      'a longer body': await send(body, Buffer.concat([bytes, Buffer.from('x')])),
      'another file': await send(body, other),
      'another type': await send({ ...body, headers: { ...body.headers, 'content-type': 'text/html' } }, bytes),
      'another key': await send({ ...body, url: elsewhere.href }, bytes),
      'a later end': await send({ ...body, url: longer.href }, bytes),
      'no condition': await send({ ...body, headers: withoutCondition }, bytes),
      'no signature': await fetch(body.url.replace(/\?.*/, ''), {
        method: 'PUT',
        headers: body.headers,
        body: bytes,
      }),
    };
    for (const [what, response] of Object.entries(refused)) {
      expect([400, 403, 412], what).toContain(response.status);
    }
    expect((await ask(`/v1/staff/uploads/${body.uploadId}`, { as: 'contributor' })).body.state).toBe('awaiting');

    expect((await send(body, bytes)).status).toBe(200);
    expect((await send(body, bytes)).status).toBe(412);
    expect((await settled(body.uploadId)).body.state).toBe('ready');
    expect((await send(body, bytes)).status).toBe(412);
  });

  it('may be sent from a page of any origin', async () => {
    const { body } = await requestUpload(await scan(20, 20));
    const preflight = await fetch(body.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://desk.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': Object.keys(body.headers).sort().join(','),
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is signed again for the same file until it has arrived', async () => {
    const file = await scan(30, 30);
    const first = await requestUpload(file);
    const second = await requestUpload(file);
    expect(second.body).toMatchObject({ uploadId: first.body.uploadId, alreadyUploaded: false });
    expect((await send(second.body, file)).status).toBe(200);
  });

  it.each<[string, object, string]>([
    ['no name', { fileName: '' }, 'fileName'],
    ['a type that is neither image nor document', { contentType: 'text/html' }, 'contentType'],
    ['SVG, which may hold scripts', { contentType: 'image/svg+xml' }, 'contentType'],
    ['no bytes', { contentLength: 0 }, 'contentLength'],
    ['more bytes than are taken', { contentLength: 200 * 1024 * 1024 }, 'contentLength'],
    ['a length that is a text', { contentLength: '5' }, 'contentLength'],
    ['a SHA-256 in base64', { sha256: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' }, 'sha256'],
    ['a field too many', { folder: 'x' }, 'folder'],
  ])('is refused for %s', async (_, over, path) => {
    const answer = await requestUpload(bytes, 'image/jpeg', over);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  it('is not known by another id', async () => {
    expect((await ask('/v1/staff/uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV', { as: 'contributor' })).status).toBe(404);
    expect((await ask('/v1/staff/uploads/1', { as: 'contributor' })).status).toBe(400);
  });
});

describe('a file that is not what it should be', () => {
  it.each(rejectedFiles)('%s is rejected with a reason in the languages of the staff', async (_, make, type, code) => {
    const { body } = await upload(await make(), type);
    expect(body).toMatchObject({ state: 'rejected', rejection: { code } });
    expect(body).not.toHaveProperty('renditions');
    const messages = await Promise.all(
      ['en', 'az', 'ru-RU,ru;q=0.9,en;q=0.8', 'tr'].map(async (language) => {
        const headers = { 'accept-language': language };
        return (await ask(`/v1/staff/uploads/${body.uploadId}`, { as: 'contributor', headers })).body.rejection.message;
      }),
    );
    expect(messages[0]).toMatch(/^[A-Z].+[.?]$/);
    expect(messages[1]).toMatch(/^(Fayl|Şək).+[.?]$/);
    expect(messages[2]).toMatch(/^[А-Я].+[.?]$/);
    expect(messages[3]).toBe(messages[0]);
  });

  it('HEIC is rejected with the advice to save it as JPEG', async () => {
    // Behind its end nothing counts, and makes it a file that was never sent.
    const bytes = Buffer.concat([heic, Buffer.from(unique('heic'))]);
    const { body } = await upload(bytes, 'image/heic');
    expect(body).toMatchObject({ state: 'rejected', rejection: { code: 'heic-unreadable' } });
    expect(body.rejection.message).toContain('JPEG');
  });

  it.each(harmlessFiles)('%s becomes an image of what it shows', async (_, make, type, width, height) => {
    const { body } = await upload(await make(), type);
    expect(body, body.rejection?.message).toMatchObject({ state: 'ready', width, height });
    for (const { url } of body.renditions) {
      const bytes = Buffer.from(await (await fetch(url)).bytes());
      expect(bytes.includes('PAYLOAD')).toBe(false);
      expect(bytes.includes('PK\x03\x04')).toBe(false);
      expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    }
  });

  it('does not keep those behind it waiting', async () => {
    const hostile = Promise.all(rejectedFiles.map(async ([, make, type]) => upload(await make(), type)));
    const good = await upload(await scan(110, 70));
    expect(good.body.state).toBe('ready');
    for (const { body } of await hostile) expect(body.state).toBe('rejected');
  });

  it('is what its bytes say, and is not sent again as that', async () => {
    const bytes = await scan(120, 80);
    const wrong = await upload(bytes, 'image/webp');
    expect(wrong.body).toMatchObject({ state: 'ready', contentType: 'image/jpeg', width: 80, height: 120 });
    const right = await upload(bytes, 'image/jpeg');
    expect(right.body).toMatchObject({ state: 'ready', sha256: sha256(bytes) });
    expect(right.body.uploadId).toBe(wrong.body.uploadId);
  });

  it('cannot become a cover', async () => {
    const { body } = await upload(Buffer.from(`nothing ${Math.random()}`));
    const answer = await ask('/v1/staff/events', { as: 'contributor', body: withCover(body.uploadId) });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].message).toContain('rejected');
  });
});

describe('an image', () => {
  it.each<[string, (image: Sharp) => Sharp, string]>([
    ['PNG with transparency', (image) => image.ensureAlpha(0.5).png(), 'image/png'],
    ['WebP', (image) => image.webp(), 'image/webp'],
    ['AVIF', (image) => image.avif(), 'image/avif'],
    ['TIFF', (image) => image.tiff(), 'image/tiff'],
    ['GIF', (image) => image.gif(), 'image/gif'],
    ['grey JPEG', (image) => image.toColourspace('b-w').jpeg(), 'image/jpeg'],
    ['CMYK JPEG', (image) => image.toColourspace('cmyk').jpeg(), 'image/jpeg'],
  ])('in %s becomes ready', async (_, make, type) => {
    const bytes = await make(sharp(await scan(60, 400))).toBuffer();
    const { body } = await upload(bytes, type);
    expect(body.state, body.rejection?.message).toBe('ready');
    expect(body.color).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('an image of an odd shape', () => {
  const png = (width: number, height: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: `#${Math.floor(Math.random() * 0xffffff)
          .toString(16)
          .padStart(6, '0')}`,
      },
    })
      .png()
      .toBuffer();

  it('as tall as a scroll becomes ready, as wide as the formats allow', async () => {
    const { body } = await upload(await png(100, 17_000), 'image/png');
    expect(body.state, body.rejection?.message).toBe('ready');
    expect(Math.max(...body.renditions.map(({ height }: { height: number }) => height))).toBeLessThanOrEqual(16_383);
  });

  it('too narrow for its height is rejected with a reason', async () => {
    const { body } = await upload(await png(1, 40_000), 'image/png');
    expect(body).toMatchObject({ state: 'rejected', rejection: { code: 'too-narrow' } });
  });

  it('of 42 megapixels in AVIF, which takes more memory than there is, is rejected with a reason', async () => {
    // Of one colour. To encode it takes two seconds of the processor.
    const bytes = readFileSync(join(import.meta.dirname, '../support/files/42-megapixels.avif'));
    const { body } = await upload(bytes, 'image/avif');
    expect(body).toMatchObject({ state: 'rejected', rejection: { code: 'too-many-pixels' } });
  });
});
