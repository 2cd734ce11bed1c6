import { describe, expect, it } from 'vitest';
import { inOrder, type RatedWork, summarize } from '../../../console/src/juries/rate-summary.ts';
import { actionOf } from '../../../console/src/juries/rating-keys.ts';
import { nextWhere, workBeside } from '../../../console/src/juries/work-order.ts';

const rated = (number: number, ...scores: number[]): RatedWork => ({
  number,
  translations: {},
  ratings: scores.map((score, n) => ({ juror: `juror-${n}`, score })),
});

describe('what a jury thinks of works', () => {
  const summaries = summarize([rated(310, 7, 8), rated(120), rated(205, 2, 10), rated(118, 8, 7), rated(400, 9)]);
  const shown = (list: readonly { readonly work: { readonly number: number } }[]) =>
    list.map(({ work }) => work.number);

  it('is ranked as the API ranks it, with the spread of the points, and ties at one place', () => {
    expect(shown(summaries)).toEqual([400, 118, 310, 205, 120]);
    expect(summaries.map(({ place }) => place)).toEqual([1, 2, 2, 4, undefined]);
    expect(summaries.map(({ ties }) => ties)).toEqual([0, 1, 1, 0, 0]);
    expect(summaries.map(({ spread }) => spread)).toEqual([0, 1, 1, 8, 0]);
    expect(summaries[3]).toMatchObject({ mean: 6, lowest: 2, highest: 10 });
  });

  it('does not call a tie what more people have rated', () => {
    expect(summarize([rated(1, 8), rated(2, 8, 8)]).map(({ ties, work }) => [work.number, ties])).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('is looked at by number, by how far opinions differ, and by who has rated least', () => {
    expect(shown(inOrder(summaries, 'number'))).toEqual([118, 120, 205, 310, 400]);
    expect(shown(inOrder(summaries, 'spread'))[0]).toBe(205);
    expect(shown(inOrder(summaries, 'fewest')).slice(0, 2)).toEqual([120, 400]);
  });
});

describe('keys while works are rated', () => {
  const press = (key: string, over: object = {}) =>
    actionOf({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, ...over });

  it('give 1 to 9 points, and zero ten', () => {
    expect(['1', '9', '0'].map((key) => press(key))).toEqual([{ score: 1 }, { score: 9 }, { score: 10 }]);
  });

  it('are found by their place on a Russian keyboard, too', () => {
    expect(press('т', { code: 'KeyN' })).toBe('unrated');
  });

  it('do nothing beside another key, which is for the browser', () => {
    expect(press('1', { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { code: 'ArrowLeft', altKey: true })).toBeUndefined();
    expect(press('x', { code: 'KeyX' })).toBeUndefined();
  });
});

describe('the way from work to work', () => {
  const works = [{ number: 7 }, { number: 12 }, { number: 30 }];

  it('goes on from the last to the first, and back', () => {
    expect(workBeside(works, 30, 1)?.number).toBe(7);
    expect(workBeside(works, 7, -1)?.number).toBe(30);
    expect(workBeside(works, undefined, 1)?.number).toBe(7);
    expect(workBeside([], 7, 1)).toBeUndefined();
  });

  it('finds the next that is wanted, behind the present one first', () => {
    expect(nextWhere(works, 12, ({ number }) => number !== 12)?.number).toBe(30);
    expect(nextWhere(works, 30, ({ number }) => number !== 30)?.number).toBe(7);
    expect(nextWhere(works, 12, () => false)).toBeUndefined();
  });
});
