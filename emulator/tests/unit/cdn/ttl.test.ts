import { expect, it } from 'vitest';
import { freshnessOf } from '../../../src/cdn/ttl.ts';

const now = Date.parse('2030-01-01T00:00:00Z');
const lifetimes = { min: 0, usual: 0, max: 31_536_000 };
const fresh = (headers: Record<string, string>): number =>
  freshnessOf({ status: 200, headers, body: Buffer.alloc(0) }, lifetimes, new Map(), now).fresh;
const inSeconds = (seconds: number): string => new Date(now + seconds * 1_000).toUTCString();

it('an answer is kept until it expires, where it says no age', () => {
  expect(fresh({ 'cache-control': 'public', expires: inSeconds(15) })).toBe(15);
  expect(fresh({ 'cache-control': 'public', expires: inSeconds(-5) })).toBe(0);
  expect(fresh({ 'cache-control': 'public, s-maxage=20', expires: inSeconds(-5) })).toBe(20);
  expect(fresh({ 'cache-control': 'no-store', expires: inSeconds(15) })).toBe(0);
  expect(fresh({ expires: 'no date' })).toBe(0);
});
