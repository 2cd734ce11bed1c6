import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ObjectEngine, startObjectEngine } from '../../../src/s3/engine.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-objects-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(['in memory', 'in files'])('objects %s', (where) => {
  let engine: ObjectEngine;

  beforeEach(() => {
    engine = startObjectEngine(where === 'in files' ? folder : undefined);
  });

  const ask = async (method: string, path: string, headers: Record<string, string> = {}, sent = '') => {
    const [, target = '', query = ''] = /^([^?]*)\??(.*)$/.exec(path) ?? [];
    const answer = await engine.send({ method, path: target, query, headers, body: Buffer.from(sent) });
    return { ...answer, body: String(answer.body) };
  };
  const put = (path: string, body: string, headers: Record<string, string> = {}) => ask('PUT', path, headers, body);

  it('are read as they were stored, with the headers that S3 keeps', async () => {
    const stored = await put('/b/a%20folder/%C9%99.txt', 'Salam', {
      ...{ 'content-type': 'text/plain', 'cache-control': 'no-store', 'x-amz-meta-by': 'me' },
      ...{ authorization: 'secret', host: 'x' },
    });
    expect(stored).toMatchObject({ status: 200, headers: { etag: '"e0c0587b2f05f1a546894eae0424339f"' } });
    const { status, headers, body } = await ask('GET', '/b/a%20folder/%C9%99.txt');
    expect([status, body]).toEqual([200, 'Salam']);
    expect(headers).toEqual({
      ...{ 'content-type': 'text/plain', 'cache-control': 'no-store', 'x-amz-meta-by': 'me' },
      ...{ etag: stored.headers.etag, 'content-length': '5', 'accept-ranges': 'bytes' },
      'last-modified': expect.stringMatching(/ GMT$/),
    });
    expect(await ask('HEAD', '/b/a%20folder/%C9%99.txt')).toEqual({ status: 200, headers, body: '' });
    expect((await put('/b/plain', '')).status).toBe(200);
    const empty = await ask('GET', '/b/plain');
    expect(empty).toMatchObject({ status: 200, body: '', headers: { 'content-type': 'binary/octet-stream' } });
    expect(empty.headers['content-length']).toBe('0');
  });

  it('are replaced as a whole', async () => {
    await put('/b/a', 'first', { 'cache-control': 'no-store' });
    await put('/b/a', 'second one');
    const { body, headers } = await ask('GET', '/b/a');
    expect([body, headers['content-length'], headers['cache-control']]).toEqual(['second one', '10', undefined]);
  });

  it.each([
    ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-3', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=8-99', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=0-0', 206, 'a', 'bytes 0-0/10'],
    ['bytes=10-', 416, expect.stringContaining('InvalidRange'), undefined],
    ['bytes=0-1,4-5', 200, 'abcdefghij', undefined],
    ['lines=1-2', 200, 'abcdefghij', undefined],
  ])('are read in part: %s', async (range, status, body, contentRange) => {
    await put('/b/letters', 'abcdefghij');
    const answer = await ask('GET', '/b/letters', { range });
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers['content-range']).toBe(contentRange);
    if (status === 206) expect(answer.headers['content-length']).toBe(String(answer.body.length));
  });

  it('are copied with their headers, or with others', async () => {
    await put('/b/a b', 'x', { 'content-type': 'image/png' });
    const copied = await ask('PUT', '/c/copy', { 'x-amz-copy-source': 'b/a%20b' });
    expect(copied).toMatchObject({ status: 200, body: expect.stringContaining('<ETag>&quot;') });
    expect(await ask('GET', '/c/copy')).toMatchObject({ body: 'x', headers: { 'content-type': 'image/png' } });
    const replacing = { 'x-amz-metadata-directive': 'REPLACE', 'content-type': 'image/gif' };
    await ask('PUT', '/b/a%20b', { 'x-amz-copy-source': '/b/a%20b', ...replacing });
    expect((await ask('HEAD', '/b/a%20b')).headers['content-type']).toBe('image/gif');
    expect((await ask('PUT', '/b/a%20b', { 'x-amz-copy-source': 'b/a%20b' })).status).toBe(400);
    const missing = await ask('PUT', '/c/other', { 'x-amz-copy-source': 'b/missing' });
    expect(missing).toMatchObject({ status: 404, body: expect.stringContaining('NoSuchKey') });
    engine.copyFolder('c', '', 'all/');
    expect(engine.list('c')).toEqual(['all/copy', 'copy']);
  });

  it('are deleted one by one or many at once, also those that are not there', async () => {
    for (const key of ['a', 'deep/er/b', 'deep/c&d', 'e']) await put(`/b/${encodeURIComponent(key)}`, key);
    expect((await ask('DELETE', '/b/a')).status).toBe(204);
    expect((await ask('DELETE', '/b/a')).status).toBe(204);
    expect(await ask('GET', '/b/a')).toMatchObject({ status: 404, body: expect.stringContaining('NoSuchKey') });
    const named = '<Object><Key>deep/er/b</Key></Object><Object><Key>deep/c&amp;d</Key></Object>';
    const quiet = await ask('POST', '/b?delete', {}, `<Delete><Quiet>true</Quiet>${named}</Delete>`);
    expect([quiet.status, quiet.body.includes('<Deleted>')]).toEqual([200, false]);
    expect((await ask('POST', '/b?delete', {}, `<Delete>${named}</Delete>`)).body).toContain('<Key>deep/c&amp;d</Key>');
    expect(engine.list('b')).toEqual(['e']);
    engine.clear();
    expect(engine.list('b')).toEqual([]);
  });

  it('are listed in order, by prefix, in pages and by folder', async () => {
    for (const key of ['z', 'a/2', 'a/1', 'b/1', 'a/3/4']) await put(`/b/${key}`, key);
    expect(engine.list('b')).toEqual(['a/1', 'a/2', 'a/3/4', 'b/1', 'z']);
    expect(engine.list('b', 'a/')).toEqual(['a/1', 'a/2', 'a/3/4']);
    expect(engine.list('none')).toEqual([]);
    const keysIn = (body: string) =>
      [...body.matchAll(/<(?:Key|CommonPrefixes><Prefix)>([^<]*)/g)].map(([, key]) => key);
    const first = await ask('GET', '/b?list-type=2&max-keys=2');
    expect(keysIn(first.body)).toEqual(['a/1', 'a/2']);
    expect(first.body).toContain('<IsTruncated>true</IsTruncated>');
    const [, token = ''] = /<NextContinuationToken>([^<]*)/.exec(first.body) ?? [];
    const rest = await ask('GET', `/b?list-type=2&continuation-token=${encodeURIComponent(token)}`);
    expect(keysIn(rest.body)).toEqual(['a/3/4', 'b/1', 'z']);
    expect(keysIn((await ask('GET', '/b?list-type=2&delimiter=/')).body)).toEqual(['a/', 'b/', 'z']);
    expect(keysIn((await ask('GET', '/b?list-type=2&delimiter=/&prefix=a/')).body)).toEqual(['a/1', 'a/2', 'a/3/']);
    expect((await ask('GET', '/b?list-type=2&fetch-owner=true')).status).toBe(501);
  });
});

describe('a folder of objects', () => {
  it('is read again after an end of the process', async () => {
    await startObjectEngine(folder).send({
      ...{ method: 'PUT', path: '/b/a/b', query: '', headers: { 'content-type': 'text/plain' } },
      body: Buffer.from('kept'),
    });
    const read = { method: 'GET', path: '/b/a/b', query: '', headers: {}, body: undefined };
    const answer = await startObjectEngine(folder).send(read);
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('kept'), headers: { 'content-type': 'text/plain' } });
  });

  it('may be one that s3rver has written', async () => {
    mkdirSync(join(folder, 'b', 'renditions'), { recursive: true });
    const file = join(folder, 'b', 'renditions', '320.webp._S3rver_');
    writeFileSync(`${file}object`, 'old');
    writeFileSync(`${file}object.md5`, '149603e6c03516362a8da23f624db945');
    writeFileSync(`${file}metadata.json`, JSON.stringify({ 'content-type': 'image/webp' }, null, 2));
    const engine = startObjectEngine(folder);
    expect(engine.list('b')).toEqual(['renditions/320.webp']);
    const request = { path: '/b/renditions/320.webp', query: '', headers: {}, body: undefined };
    expect(await engine.send({ ...request, method: 'GET' })).toMatchObject({
      ...{ status: 200, body: Buffer.from('old') },
      headers: { 'content-type': 'image/webp', etag: '"149603e6c03516362a8da23f624db945"' },
    });
    await engine.send({ ...request, method: 'PUT', body: Buffer.from('new') });
    expect((await engine.send({ ...request, method: 'HEAD' })).headers.etag).toBe('"22af645d1859cb5ca6da0c484f1f37ea"');
    await engine.send({ ...request, method: 'DELETE' });
    expect(engine.list('b')).toEqual([]);
  });
});
