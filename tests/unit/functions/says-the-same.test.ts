import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saysTheSame } from '../../../functions/canary/says-the-same.ts';

/** What the CDN and the API answer next. */
let answers: readonly [edge: readonly [number, object], origin: readonly [number, object]];
const servers: Server[] = [];

const serve = async (part: 0 | 1): Promise<string> => {
  const server = createServer((_, response) => {
    const [status, body] = answers[part];
    response.writeHead(status).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

let urls: readonly [edge: string, origin: string];
beforeAll(async () => {
  urls = [await serve(0), await serve(1)];
});
afterAll(() => {
  for (const server of servers) server.close();
});

const [one, other] = [{ title: 'Sərgi' }, { title: 'Konsert' }];

it.each([
  ['the same', [200, one], [200, one], true],
  ['another count of views', [200, { ...one, views: 1 }], [200, { ...one, views: 7 }], true],
  ['another text', [200, one], [200, other], false],
  ['what is gone', [200, one], [410, {}], false],
  ['what is not there yet', [404, {}], [200, one], false],
  ['an API that fails', [200, one], [503, {}], true],
  ['an API that refuses in a flood', [200, one], [429, {}], true],
  ['a CDN that fails', [502, {}], [200, one], true],
] as const)('the canary compares %s', async (_name, edge, origin, isSame) => {
  answers = [edge, origin];
  expect(await saysTheSame(...urls)).toBe(isSame);
});
