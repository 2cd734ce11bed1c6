import { afterEach, expect, it, vi } from 'vitest';
import { isWithin, readNow } from '../../../shared/aws/read-at.ts';

afterEach(() => vi.restoreAllMocks());

const clocks = (date: number, elapsed: number) => {
  vi.spyOn(Date, 'now').mockReturnValue(date);
  vi.spyOn(performance, 'now').mockReturnValue(elapsed);
};

it.each([
  ['both clocks go on', 9_999, 9_999, true],
  ['both clocks go on', 10_000, 10_000, false],
  ['the function was frozen, and its monotonic clock with it', 3_600_000, 4, false],
  ['the time of day is set back', -3_600_000, 10_000, false],
])('something read is trusted for ten seconds: %s (%s, %s)', (_name, date, elapsed, isTrusted) => {
  clocks(1_800_000_000_000, 500);
  const at = readNow();
  clocks(1_800_000_000_000 + date, 500 + elapsed);
  expect(isWithin(10_000, at)).toBe(isTrusted);
});
