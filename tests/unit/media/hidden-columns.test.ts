import { expect, it } from 'vitest';
import { HiddenColumns } from '../../../shared/media/documents/hidden/hidden-columns.ts';

/** The columns up to 20 that are hidden where these were taken in. */
const hiddenAmong = (...ranges: readonly [number, number][]): number[] => {
  const columns = new HiddenColumns();
  for (const [from, to] of ranges) columns.add(from, to);
  return Array.from({ length: 20 }, (_, n) => n).filter((n) => columns.has(n));
};

it('columns are hidden that were taken in, and no others', () => {
  expect(hiddenAmong()).toEqual([]);
  expect(hiddenAmong([2, 3], [7, 7], [9, 11], [15, 16_384])).toEqual([2, 3, 7, 9, 10, 11, 15, 16, 17, 18, 19]);
});

it('columns that were taken in twice are hidden', () => {
  expect(hiddenAmong([2, 5], [4, 6], [6, 6])).toEqual([2, 3, 4, 5, 6]);
});

it('columns are hidden that were taken in out of order', () => {
  expect(hiddenAmong([1, 1], [8, 8], [5, 5])).toEqual(expect.arrayContaining([1, 5, 8]));
  expect(hiddenAmong([1, 1], [8, 8], [5, 5])).not.toContain(3);
});

it('columns without a number hide nothing, and none of the others', () => {
  expect(hiddenAmong([2, 2], [Number.NaN, Number.NaN], [4, 1], [5, 5])).toEqual([2, 5]);
});
