import { describe, expect, it } from 'vitest';
import { BackOff } from '../../../functions/maintenance/back-off.ts';

const minute = 60_000;

/** The minutes of a day in which something that stays due is asked for. */
const askedIn = (backOff: BackOff, from: number, minutes: number): number[] =>
  Array.from({ length: minutes }, (_, n) => n).filter((n) => backOff.choose(['a'], from + n * minute).length > 0);

describe('what stays due', () => {
  it('is asked for every minute for a quarter of an hour, and then once an hour', () => {
    const quarter = Array.from({ length: 15 }, (_, n) => n);
    expect(askedIn(new BackOff(), 0, 200)).toEqual([...quarter, 74, 134, 194]);
  });

  it('is asked for at once, however long nothing ran', () => {
    const backOff = new BackOff();
    askedIn(backOff, 0, 100);
    expect(backOff.choose(['a', 'b'], 5_000 * minute)).toEqual(['a', 'b']);
  });

  it('is asked for as if for the first time where it was settled meanwhile', () => {
    const backOff = new BackOff();
    askedIn(backOff, 0, 30);
    expect(backOff.choose([], 30 * minute)).toEqual([]);
    expect(askedIn(backOff, 31 * minute, 5)).toEqual([0, 1, 2, 3, 4]);
  });
});
