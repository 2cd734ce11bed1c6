import http from 'node:http';
import { MessageChannel } from 'node:worker_threads';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveAws } from '../../../src/endpoint/aws-port.ts';
import { callAwsOver } from '../../../src/endpoint/aws-request.ts';
import type { HttpHandler, HttpRequest } from '../../../src/http.ts';

const { port1, port2 } = new MessageChannel();
const { request: original } = http;
// Nothing listens there: what does not come over the port fails.
const endpoint = 'http://127.0.0.1:9';
const settings = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  maxAttempts: 1,
};
const s3 = new S3Client({ ...settings, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
const dynamodb = new DynamoDBClient(settings);
let handle: HttpHandler = async () => 'reset';
const reports: unknown[] = [];

beforeAll(() => {
  callAwsOver(port2, endpoint);
  serveAws(
    port1,
    (request) => handle(request),
    (error) => reports.push(error),
  );
});
afterAll(() => {
  http.request = original;
  port1.close();
});

const get = () => dynamodb.send(new GetItemCommand({ TableName: 'T', Key: { pk: { S: 'ə' } } }));

it('a call arrives as it would over a socket, and so does its answer', async () => {
  let seen: HttpRequest | undefined;
  handle = async (request) => {
    seen = request;
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: '{"Item":{"a":{"S":"ş"}}}' };
  };
  expect((await get()).Item).toEqual({ a: { S: 'ş' } });
  expect(seen).toMatchObject({ method: 'POST', path: '/', query: '', ip: '127.0.0.1' });
  expect(JSON.parse(String(seen?.body))).toEqual({ TableName: 'T', Key: { pk: { S: 'ə' } } });
  expect(seen?.headers).toMatchObject({
    host: '127.0.0.1:9',
    'x-amz-target': 'DynamoDB_20120810.GetItem',
    authorization: expect.stringContaining('Credential=key/'),
  });
});

it.each([
  ['text', Buffer.from('sözlər')],
  ['bytes', Buffer.from([0xff, 0xd8, 0, 1])],
  ['nothing', Buffer.alloc(0)],
  ['many bytes, which the SDK asks to send first', Buffer.alloc(3_000_000, 0xfe)],
  ['a part of a memory', Buffer.from([1, 2, 0xff, 0xfe, 3]).subarray(2, 4)],
])('an object of %s is stored and read', async (_what, bytes) => {
  let stored: Buffer | undefined;
  handle = async ({ method, path, query, body }) => {
    expect(path).toBe('/bucket/a%20key');
    if (method === 'PUT') stored = body;
    else expect(query).toBe('x-id=GetObject');
    return { status: 200, headers: { etag: '"e"' }, body: method === 'PUT' ? '' : (stored ?? '') };
  };
  await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'a key', Body: bytes }));
  expect(stored?.equals(bytes)).toBe(true);
  const { Body, ContentLength } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'a key' }));
  expect(ContentLength).toBe(bytes.length);
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
});

it('an answer to HEAD has the length that it says, and no body', async () => {
  handle = async () => ({ status: 200, headers: { 'content-length': '12' } });
  const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket: 'bucket', Key: 'a' }));
  expect(ContentLength).toBe(12);
});

it('a connection that is broken off fails the call as a socket does', async () => {
  handle = async () => 'reset';
  await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('a failure of the emulator is reported, and answered 500', async () => {
  handle = async () => {
    throw new Error('not foreseen');
  };
  await expect(get()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  expect(reports).toEqual([new Error('not foreseen')]);
});

it('a call that is given up ends', async () => {
  let answer = () => {};
  handle = () => new Promise((resolve) => (answer = () => resolve({ status: 200, headers: {}, body: '{}' })));
  const abort = new AbortController();
  const asked = dynamodb.send(new GetItemCommand({ TableName: 'T', Key: { pk: { S: 'a' } } }), {
    abortSignal: abort.signal,
  });
  setTimeout(() => abort.abort(), 20);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  answer();
});

it('requests to other places use sockets', async () => {
  const failure = new Promise((resolve) => http.request('http://127.0.0.1:7/').on('error', resolve).end());
  await expect(failure).resolves.toMatchObject({ code: 'ECONNREFUSED' });
});
