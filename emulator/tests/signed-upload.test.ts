import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const bytes = Buffer.from('what is uploaded');
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('base64');

const headers = {
  'content-type': 'image/png',
  'if-none-match': '*',
  'x-amz-checksum-sha256': sha256(bytes),
};

let uploads = 0;
const signed = async (values: object = {}): Promise<{ url: string; key: string }> => {
  uploads += 1;
  const key = `incoming/${uploads}`;
  const asked = { key, type: 'image/png', length: bytes.length, sha256: sha256(bytes), ...values };
  const { body } = await command(cloud(), 'sign', asked);
  return { url: String(body.url), key };
};

const put = (url: string, change: { body?: Buffer; headers?: Record<string, string> } = {}) =>
  fetch(url, { method: 'PUT', headers: change.headers ?? headers, body: new Uint8Array(change.body ?? bytes) });

const stored = () => cloud().s3.list(cloud().s3.bucketName('Uploads'));

describe('a signed upload', () => {
  it('takes the bytes it was made for, once', async () => {
    const { url, key } = await signed();
    expect((await put(url)).status).toBe(200);
    const object = await cloud().s3.read(cloud().s3.bucketName('Uploads'), key);
    expect(object.body).toEqual(bytes);
    expect(object.headers['content-type']).toBe('image/png');
    const replay = await put(url);
    expect(replay.status).toBe(412);
    expect(await replay.text()).toContain('<Code>PreconditionFailed</Code>');
  });

  it('takes one of two sent at the same time', async () => {
    const { url } = await signed();
    const statuses = await Promise.all([put(url), put(url)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  const { 'if-none-match': _noneMatch, ...withoutCondition } = headers;
  const { 'x-amz-checksum-sha256': _checksum, ...withoutChecksum } = headers;
  const otherBytes = Buffer.from('what is UPLOADED');
  const longer = Buffer.concat([bytes, bytes]);
  const refusals: readonly [string, number, string, (url: string) => ReturnType<typeof put>][] = [
    ['other bytes', 400, 'BadDigest', (url) => put(url, { body: otherBytes })],
    ['a longer body', 403, 'SignatureDoesNotMatch', (url) => put(url, { body: longer })],
    [
      'another type',
      403,
      'SignatureDoesNotMatch',
      (url) => put(url, { headers: { ...headers, 'content-type': 'text/html' } }),
    ],
    [
      'another checksum',
      403,
      'SignatureDoesNotMatch',
      (url) => put(url, { body: otherBytes, headers: { ...headers, 'x-amz-checksum-sha256': sha256(otherBytes) } }),
    ],
    ['no condition', 403, 'SignatureDoesNotMatch', (url) => put(url, { headers: withoutCondition })],
    ['no checksum', 403, 'SignatureDoesNotMatch', (url) => put(url, { headers: withoutChecksum })],
    ['another header of S3', 403, 'AccessDenied', (url) => put(url, { headers: { ...headers, 'x-amz-meta-a': '1' } })],
    ['another key', 403, 'SignatureDoesNotMatch', (url) => put(url.replace('/incoming/', '/incoming/other'))],
    [
      'a later expiry',
      403,
      'SignatureDoesNotMatch',
      (url) => put(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')),
    ],
    ['no signature', 403, 'AccessDenied', (url) => put(url.split('?')[0] ?? '')],
    ['an unknown key', 403, 'InvalidAccessKeyId', (url) => put(url.replace('Credential=ASIA', 'Credential=ASIB'))],
  ];
  it.each(refusals)('refuses %s and stores nothing', async (_name, status, code, attempt) => {
    const { url } = await signed();
    const before = await stored();
    const response = await attempt(url);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
    expect(await stored()).toEqual(before);
  });

  it('is refused once it has expired', async () => {
    const { url } = await signed({ expiresIn: 60 });
    cloud().clock.set(61_000);
    try {
      const response = await put(url);
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    } finally {
      cloud().clock.set(0);
    }
  });

  it('acts with the permissions of the role that signed it', async () => {
    const { url } = await signed({ key: 'elsewhere/1' });
    const response = await put(url);
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
  });

  it('answers the preflight of a page of any origin, for the headers that the bucket lists', async () => {
    const { url } = await signed();
    const ask = (method: string, names: string) =>
      fetch(url, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://staff.example',
          'access-control-request-method': method,
          'access-control-request-headers': names,
        },
      });
    const allowed = await ask('PUT', 'content-type,if-none-match,x-amz-checksum-sha256');
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('*');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('if-none-match');
    expect((await ask('PUT', 'x-other')).status).toBe(403);
    expect((await ask('DELETE', 'content-type')).status).toBe(403);
    const sent = await put(url, { headers: { ...headers, origin: 'https://staff.example' } });
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });
});

describe('an object that a reader has already', () => {
  const bucket = () => cloud().s3.bucketName('Uploads');

  it('is answered 304 with what the reader may keep, by its tag or its time', async () => {
    await cloud().s3.put(bucket(), 'kept', 'kept', { 'content-type': 'text/plain', 'cache-control': 'max-age=60' });
    const { headers } = await cloud().s3.read(bucket(), 'kept');
    const [etag, modified] = [String(headers.etag), String(headers['last-modified'])];
    const read = (asked: Record<string, string>) => cloud().s3.read(bucket(), 'kept', 'GET', asked);
    const same: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", W/${etag}` },
      { 'if-modified-since': modified },
    ];
    for (const asked of same) {
      const answer = await read(asked);
      expect(answer).toMatchObject({ status: 304, headers: { etag, 'cache-control': 'max-age=60' } });
      expect(answer.body).toHaveLength(0);
    }
    const others: Record<string, string>[] = [
      { 'if-none-match': '"x"' },
      { 'if-none-match': '"x"', 'if-modified-since': modified },
    ];
    for (const asked of others) expect(await read(asked)).toMatchObject({ status: 200, body: Buffer.from('kept') });
  });
});
