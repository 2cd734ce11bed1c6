import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicOnlyLookup } from '../../../shared/webhooks/delivery/public-only-lookup.ts';
import { fetchFile } from '../../../tools/import/fetch-file.ts';

const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
const asked: string[] = [];

const answers: Readonly<Record<string, RequestListener>> = {
  '/picture': (_, response) => response.end('picture'),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('picture')),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/damaged': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  '/large': (_, response) => response.writeHead(200, { 'content-length': 1e12 }).write('a'),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(1024 * 1024)), 1);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/slow': (_, response) => {
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('a');
    setTimeout(() => response.destroy(), 20);
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/picture' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/missing': (_, response) => response.writeHead(404).end(),
};

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers.host ?? '');
    answers[request.url ?? '']?.(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Long enough for a busy machine; short where a server is to be given up. */
const limits = { allowsPrivate: true, maxBytes: 1024 * 1024, idleMs: 20_000, totalMs: 30_000 };
const impatient = { ...limits, idleMs: 300, totalMs: 1_500 };

describe('a file at an address', () => {
  it.each(['/picture', '/gzip', '/moved'])('is read: %s', async (path) => {
    expect(String(await fetchFile(`${base}${path}`, limits))).toBe('picture');
  });

  it.each([
    ['/bomb', /at most 1\.0 MiB/],
    ['/large', /at most 1\.0 MiB/],
    ['/endless', /at most 1\.0 MiB/],
    ['/silent', /does not answer/],
    ['/slow', /too slowly/],
    ['/cut', /does not answer/],
    ['/damaged', /does not answer/],
    ['/circle', /answered 302/],
    ['/missing', /answered 404/],
    ['/file', /no address by http/],
  ])('is given up where it is too large, slow or not there: %s', async (path, message) => {
    const before = process.memoryUsage().rss;
    const given = path === '/silent' || path === '/slow' ? impatient : limits;
    await expect(fetchFile(`${base}${path}`, given)).rejects.toThrow(message);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it.each(['ftp://example.az/a.jpg', 'file:///etc/passwd', 'data:image/png;base64,AA', 'a.jpg', ''])(
    'is no address: %s',
    (address) => expect(fetchFile(address, limits)).rejects.toThrow(/no address by http/),
  );
});

describe('an address of a private network', () => {
  const publicOnly = { ...limits, allowsPrivate: false };

  it.each([
    ...['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://10.0.0.1/', 'http://192.168.1.1/'],
    ...[
      'http://169.254.169.254/latest/meta-data',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://[::ffff:127.0.0.1]/',
    ],
  ])('is not asked: %s', async (address) => {
    await expect(fetchFile(address, publicOnly)).rejects.toThrow(/private network/);
  });

  it('is not asked by a name that leads there, whatever it has led to before', async () => {
    const { port } = server.address() as AddressInfo;
    const before = asked.length;
    const lookup = publicOnlyLookup('public', (_name, _options, callback) =>
      callback(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]),
    );
    const address = `http://rebound.example:${port}/picture`;
    await expect(fetchFile(address, { ...publicOnly, lookup })).rejects.toThrow(/private network/);
    expect(asked.length).toBe(before);
  });

  it('is not asked behind a redirect', async () => {
    const lookup = publicOnlyLookup('public-and-loopback', (_name, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]),
    );
    const { port } = server.address() as AddressInfo;
    const address = `http://museum.example:${port}/inside`;
    await expect(fetchFile(address, { ...publicOnly, lookup })).rejects.toThrow(/169\.254\.169\.254 is in a private/);
  });
});
