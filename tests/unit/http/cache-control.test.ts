import { afterEach, beforeEach, expect, it } from 'vitest';
import { noteBoundary, noteEnd, noteShown, whileAnswering } from '../../../shared/freshness/answer-facts.ts';
import { headersUntil, lifetimeHeaders, publicAges, publicCacheControl } from '../../../shared/http/cache-control.ts';

const now = new Date('2026-12-01T08:00:00.000Z');
const after = (seconds: number): number => now.getTime() + seconds * 1_000;

beforeEach(() => {
  process.env.EDGE_SECONDS = '604800';
});
afterEach(() => {
  delete process.env.EDGE_SECONDS;
});

it('an answer that holds for longer than it may live in caches says its usual ages', () => {
  expect(headersUntil(Number.POSITIVE_INFINITY, now)).toEqual({});
  expect(headersUntil(after(3_600), now)).toEqual({});
  expect(headersUntil(after(60.001), now)).toEqual({});
});

it('an answer that ends sooner says its end, never later than that and never further ahead than usual', () => {
  for (const seconds of [0.2, 1, 7.9, 19, 20, 33, 60]) {
    const headers = headersUntil(after(seconds), now);
    expect(headers['cache-control']).toBe('public');
    const left = (Date.parse(headers.expires ?? '') - now.getTime()) / 1_000;
    expect(left).toBeLessThanOrEqual(Math.min(seconds, publicAges.shared));
    expect(left).toBeGreaterThan(Math.min(seconds, publicAges.shared) - 1);
  }
});

/** The headers of an answer for which something is read meanwhile. */
const headersOf = (isForEdge: boolean, read: () => void) =>
  whileAnswering({ now, isForEdge }, async () => {
    await Promise.resolve();
    read();
    return lifetimeHeaders();
  });

it('the CDN is told the moment at which the soonest of what an answer shows ends, and its tags, but no age', async () => {
  const headers = await headersOf(true, () => {
    noteShown('event-1');
    noteEnd('2026-12-01T08:01:30.000Z');
    noteEnd('2026-12-01T08:00:42.900Z');
    noteBoundary(undefined);
    // What has passed changes nothing any more.
    noteBoundary(after(-1));
    noteShown('event-1');
  });
  expect(headers).toEqual({
    // What has ended is not given again where the API fails.
    'cache-control': 'public, must-revalidate, stale-if-error=0',
    expires: 'Tue, 01 Dec 2026 08:00:42 GMT',
    'x-amz-meta-cache-tag': 'site, event-1',
  });
});

it('the CDN keeps an answer that nothing ends for as long as it is set to, and a week at most', async () => {
  expect((await headersOf(true, () => {})).expires).toBe('Tue, 08 Dec 2026 08:00:00 GMT');
  expect((await headersOf(true, () => {}))['cache-control']).toBeUndefined();
  process.env.EDGE_SECONDS = '25';
  expect((await headersOf(true, () => {})).expires).toBe('Tue, 01 Dec 2026 08:00:25 GMT');
  // Where the API fails, an answer that is too old is given until what it shows ends.
  const [ending, beginning] = [() => noteEnd('2026-12-01T08:01:30.000Z'), () => noteBoundary(after(90))];
  expect((await headersOf(true, ending))['cache-control']).toBe('public, must-revalidate, stale-if-error=65');
  expect((await headersOf(true, beginning))['cache-control']).toBeUndefined();
  delete process.env.EDGE_SECONDS;
  expect((await headersOf(true, () => noteBoundary(after(7)))).expires).toBe('Tue, 01 Dec 2026 08:00:07 GMT');
});

it('any other caller gets short ages and no tags, and the end where that is near', async () => {
  expect(await headersOf(false, () => noteShown('lists'))).toEqual({ 'cache-control': publicCacheControl });
  expect(await headersOf(false, () => noteBoundary(after(9)))).toEqual({
    'cache-control': 'public',
    expires: 'Tue, 01 Dec 2026 08:00:09 GMT',
  });
  expect(lifetimeHeaders()).toEqual({ 'cache-control': publicCacheControl });
});

it('a list is tagged as one, and so is what shows more than the CDN keeps tags of', async () => {
  const tags = async (read: () => void) => (await headersOf(true, read))['x-amz-meta-cache-tag'];
  const show = (count: number) => () => {
    for (let n = 0; n < count; n += 1) noteShown(`event-${n}`);
  };
  expect((await tags(show(49)))?.split(', ')).toHaveLength(50);
  expect(await tags(show(50))).toBe('site, lists');
  expect(
    await tags(() => {
      noteShown('event-1');
      noteShown('lists');
    }),
  ).toBe('site, lists');
});

it('answers that are made at the same time know nothing of each other', async () => {
  const [one, other] = await Promise.all([
    headersOf(true, () => noteShown('event-1')),
    headersOf(true, () => noteShown('event-2')),
  ]);
  expect([one['x-amz-meta-cache-tag'], other['x-amz-meta-cache-tag']]).toEqual(['site, event-1', 'site, event-2']);
});
