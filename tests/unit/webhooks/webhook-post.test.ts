import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type PostOptions, postWebhook } from '../../../shared/webhooks/delivery/post.ts';
import { publicOnlyLookup, type Resolve } from '../../../shared/webhooks/delivery/public-only-lookup.ts';

// A certificate of hooks.example.org for tests, signed by itself, with its key.
const pem = readFileSync(join(import.meta.dirname, 'certificates/hooks.example.org.pem'), 'utf8');

const running: Server[] = [];
const open = new Set<Socket>();
afterEach(() => {
  for (const socket of open) socket.destroy();
  for (const server of running.splice(0)) server.close();
});

const listen = async (server: Server): Promise<number> => {
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const plain = (listener: RequestListener) => listen(createPlainServer(listener));
const tls = (listener: RequestListener) => listen(createTlsServer({ key: pem, cert: pem }, listener));

/** A resolver by which every name leads to one address. */
const leadingTo =
  (...addresses: string[]): Resolve =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const send = (address: string, options: Partial<PostOptions> = {}) =>
  postWebhook(
    new URL(address),
    '{"type":"ə"}',
    { 'webhook-id': 'x' },
    {
      reach: 'public-and-loopback',
      lookup: publicOnlyLookup('public-and-loopback', leadingTo('127.0.0.1')),
      timeout: 2_000,
      ...options,
    },
  );

describe('a message', () => {
  it('arrives byte for byte, and tells the status alone', async () => {
    let seen: unknown;
    const port = await plain(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { host, 'content-type': type, 'webhook-id': id } = request.headers;
      seen = { method: request.method, url: request.url, host, type, id, body: Buffer.concat(chunks).toString() };
      response.writeHead(204).end();
    });
    expect(await send(`http://localhost:${port}/a?b=c`)).toMatchObject({ status: 204 });
    expect(seen).toEqual({
      ...{ method: 'POST', url: '/a?b=c', host: `localhost:${port}`, type: 'application/json', id: 'x' },
      body: '{"type":"ə"}',
    });
  });

  it('goes to the address that was checked, in the name that was given', async () => {
    let seen: unknown;
    const port = await tls((request, response) => {
      seen = [(request.socket as TLSSocket & { servername?: string }).servername, request.headers.host];
      response.end();
    });
    expect(await send(`https://hooks.example.org:${port}/`, { ca: pem })).toMatchObject({ status: 200 });
    expect(seen).toEqual(['hooks.example.org', `hooks.example.org:${port}`]);
  });

  it('does not go to a server whose certificate is nobody’s, or another’s', async () => {
    const port = await tls((_request, response) => response.end());
    const unknown = await send(`https://hooks.example.org:${port}/`);
    expect(unknown.error).toBe('its certificate was not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)');
    const other = await send(`https://other.example.org:${port}/`, { ca: pem });
    expect(other.error).toBe('its certificate was not accepted (ERR_TLS_CERT_ALTNAME_INVALID)');
  });

  it('follows no redirect', async () => {
    let requests = 0;
    const port = await plain((_request, response) => {
      requests += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 307 });
    expect(requests).toBe(1);
  });

  it('tells of Retry-After', async () => {
    const port = await plain((_request, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 503, retryAfter: '120' });
  });
});

describe('a receiver', () => {
  it('that never answers is given up in time', async () => {
    const port = await plain(() => {});
    expect(await send(`http://127.0.0.1:${port}/`, { timeout: 200 })).toMatchObject({
      error: 'did not answer within 0.2 s',
    });
  });

  it('that never ends its answer has answered', async () => {
    const port = await plain((_request, response) => response.writeHead(200).write('.'));
    const outcome = await send(`http://127.0.0.1:${port}/`, { timeout: 300 });
    expect(outcome).toMatchObject({ status: 200 });
    expect(outcome.durationMs).toBeLessThan(2_000);
  });

  it('that answers without end is not listened to', async () => {
    let sent = 0;
    const port = await plain((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', more).writeHead(200);
      more();
    });
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 200 });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it.each<[string, (socket: Socket) => void, RegExp]>([
    ['hangs up', (socket) => socket.once('data', () => socket.destroy()), /closed without an answer/],
    ['speaks no HTTP', (socket) => socket.end('220 mail.example.org ESMTP\r\n'), /no HTTP/],
    ['sends headers without end', (socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${'x'.repeat(99_999)}`), /no HTTP/],
  ])('that %s is told of in words of our own', async (_, behave, words) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      behave(socket);
    });
    const port = await listen(server);
    expect((await send(`http://127.0.0.1:${port}/`)).error).toMatch(words);
  });

  it('that is not there is told of', async () => {
    const port = await plain(() => {});
    await new Promise((resolve) => running.splice(0)[0]?.close(resolve));
    expect((await send(`http://127.0.0.1:${port}/`)).error).toBe('the connection was refused');
    const nowhere: Resolve = (_name, _options, callback) =>
      callback(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []);
    const outcome = await send('https://hooks.example.org/', { lookup: publicOnlyLookup('public', nowhere) });
    expect(outcome.error).toBe('its name leads nowhere');
  });
});

describe('nothing is sent', () => {
  it.each([
    ['to a name that leads to this machine', ['127.0.0.1']],
    ['to a name that leads to metadata', ['169.254.169.254']],
    ['to a name of which one address is private', ['93.184.216.34', '10.0.0.1']],
  ])('%s', async (_, addresses) => {
    let connections = 0;
    const port = await listen(createTcpServer(() => (connections += 1)));
    const lookup = publicOnlyLookup('public', leadingTo(...addresses));
    const outcome = await send(`https://hooks.example.org:${port}/`, { reach: 'public', lookup });
    expect(outcome.error).toBe('leads to an address that is not public');
    expect(connections).toBe(0);
  });

  it('to an address that is stored but may be no receiver', async () => {
    for (const address of ['http://127.0.0.1:1/', 'https://169.254.169.254/', 'https://10.0.0.1:25/']) {
      expect(await send(address, { reach: 'public' })).toMatchObject({ durationMs: 0, error: expect.any(String) });
    }
  });
});
