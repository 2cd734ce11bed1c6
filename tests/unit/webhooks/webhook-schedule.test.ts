import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt, parseRetryAfter, retryWindowMs } from '../../../shared/webhooks/delivery/schedule.ts';

const began = new Date('2026-11-25T00:00:00.000Z');

/** When a delivery that always fails at once is tried, in seconds after the first attempt. */
const attempts = (random: () => number): number[] => {
  const times = [began];
  for (;;) {
    const now = times.at(-1) ?? began;
    const next = nextAttempt({ beganAt: began, attempts: times.length }, now, random());
    if (!next) return times.map((time) => (time.getTime() - began.getTime()) / 1000);
    times.push(next);
  }
};

describe('the attempts of a delivery', () => {
  it('follow each other ever more slowly, for a day', () => {
    expect(attempts(() => 0)).toEqual([0, 5, 305, 2105, 9305, 27_305, 63_305, 86_400]);
  });

  it('end exactly a day after the first, whatever chance does', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const times = attempts(() => stream.next().value);
        expect(times).toHaveLength(8);
        expect(times.at(-1)).toBe(86_400);
        for (const [n, time] of times.entries()) if (n > 0) expect(time).toBeGreaterThan(times[n - 1] ?? 0);
      }),
    );
  });

  it('are as late as the receiver asks, but within 12 hours, and never after the day', () => {
    const tried = { beganAt: began, attempts: 1 };
    const next = (retryAfter: number, now = began) => nextAttempt({ ...tried, retryAfter }, now, 0)?.getTime();
    expect(next(60_000)).toBe(began.getTime() + 60_000);
    expect(next(1)).toBe(began.getTime() + 5_000);
    expect(next(20 * 3_600_000)).toBe(began.getTime() + 12 * 3_600_000);
    expect(next(12 * 3_600_000, new Date(began.getTime() + retryWindowMs - 1000))).toBe(
      began.getTime() + retryWindowMs,
    );
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Wed, 25 Nov 2026 00:01:00 GMT', 60_000],
    ['Tue, 24 Nov 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e3', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j milliseconds', (header, pause) => expect(parseRetryAfter(header, began)).toBe(pause));
});
