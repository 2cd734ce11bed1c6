import { beforeEach, describe, expect, it } from 'vitest';
import { CdnCache } from '../../../src/cdn/cache.ts';
import { tagsOf } from '../../../src/cdn/tags.ts';
import { freshnessOf } from '../../../src/cdn/ttl.ts';
import type { HttpResponse } from '../../../src/http.ts';

let now = 0;
let cache: CdnCache;
beforeEach(() => {
  now = 1_000_000;
  cache = new CdnCache(() => now);
});

const lifetimes = { min: 0, usual: 0, max: 3_600 };
const judge = (response: HttpResponse, at: number) => ({
  ...freshnessOf(response, lifetimes, new Map(), at),
  tags: tagsOf(response, 'tags'),
});
const viewed = { method: 'GET', path: '/a', query: '', headers: {}, body: undefined, ip: '' };
const forwarded = {
  viewed,
  toOrigin: () => viewed,
  address: '/a',
  key: 'a',
};
const ask = (origin: () => Promise<HttpResponse>, key = 'a') =>
  cache.answer({ ...forwarded, key }, { origin, judge, decorate: (response) => response });
const answer = (body: string, headers: Record<string, string> = {}): HttpResponse => ({
  status: 200,
  headers: { 'cache-control': 's-maxage=20', tags: 'site', ...headers },
  body,
});
const never = () => Promise.reject(new Error('The origin was asked'));
const failing = async () => ({ status: 503, headers: {} });

describe('an answer that is on its way while it is invalidated', () => {
  it.each([
    ['by its path', '/a', 'new'],
    ['by its tag', '#Site', 'new'],
    ['by the tag of another', '#other', 'old'],
  ])('%s', async (_name, item, kept) => {
    const origin = Promise.withResolvers<HttpResponse>();
    const first = ask(() => origin.promise);
    cache.forget([item]);
    const second = ask(async () => answer('new'));
    if (kept === 'new') expect((await second).body).toBe('new');
    origin.resolve(answer('old'));
    expect((await first).body).toBe('old');
    await second;
    expect((await ask(never)).body).toBe(kept);
  });
});

it('readers who ask at once wait for one request to the origin', async () => {
  let asked = 0;
  const origin = async () => {
    asked += 1;
    return answer('a');
  };
  await Promise.all([ask(origin), ask(origin), ask(origin)]);
  expect(asked).toBe(1);
});

it('an answer is given on while the origin fails, and no cache counts that as its renewal', async () => {
  await ask(async () => answer('old'));
  now += 30_000;
  expect((await ask(failing)).body).toBe('old');
  expect((await ask(failing)).body).toBe('old');
  expect((await ask(async () => answer('new'))).body).toBe('new');
});

it('an answer that says for how long it may stand for an error is not given after that', async () => {
  await ask(async () => answer('old', { 'cache-control': 's-maxage=20, stale-if-error=60' }));
  now += 79_000;
  expect((await ask(failing)).body).toBe('old');
  now += 1_000;
  expect((await ask(failing)).status).toBe(503);
});

it('an answer that is stale within its limit is given once more, and then the new one', async () => {
  await ask(async () => answer('old', { 'cache-control': 's-maxage=20, stale-while-revalidate=5' }));
  now += 24_000;
  expect((await ask(async () => answer('new'))).body).toBe('old');
  await expect.poll(async () => (await ask(never)).body).toBe('new');
});

it('what nobody has asked for the longest goes where there is no room', async () => {
  const large = 'x'.repeat(20 * 1024 * 1024);
  for (const key of ['a', 'b', 'c']) await ask(async () => answer(large), key);
  await ask(never, 'a');
  for (const key of ['d', 'e']) await ask(async () => answer(large), key);
  const status = async (key: string) => (await ask(failing, key)).status;
  expect([await status('a'), await status('b'), await status('e')]).toEqual([200, 503, 200]);
});
