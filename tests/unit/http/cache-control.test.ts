import { expect, it } from 'vitest';
import { headersUntil, publicAges } from '../../../shared/http/cache-control.ts';

const now = new Date('2026-12-01T08:00:00.000Z');
const after = (seconds: number): string => new Date(now.getTime() + seconds * 1_000).toISOString();

it('an answer that holds for longer than it may live in caches says its usual ages', () => {
  expect(headersUntil(undefined, now)).toEqual({});
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
