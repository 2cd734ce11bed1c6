import { describe, expect, it } from 'vitest';
import { decimal } from '../../../console/src/selection/decimal.ts';
import { drawOf } from '../../../console/src/selection/draw-of.ts';
import { fieldInWords } from '../../../console/src/selection/field-in-words.ts';
import { mergeSelections } from '../../../console/src/selection/merge-selections.ts';
import type { RankedWork } from '../../../console/src/selection/ranked-work.ts';
import { tiedWorks } from '../../../console/src/selection/tied-works.ts';
import { selectionWords } from '../../../console/src/selection/words.ts';

const ranked = (number: number, mean: number, ratings = 3, obstacle?: string): RankedWork => ({
  ...{ number, mean, ratings },
  ...(obstacle && { obstacle }),
});

describe('works that are rated as well as the last that is proposed', () => {
  it('are those with its average and as many ratings that could be selected too', () => {
    const ranking = [
      ...[ranked(5, 9), ranked(2, 8.33), ranked(7, 8.33), ranked(9, 8.33)],
      ...[ranked(1, 8.33, 3, 'cannot be selected'), ranked(4, 8.33, 2), ranked(3, 1)],
    ];
    expect(tiedWorks(ranking, ['5', '2']).map(({ number }) => number)).toEqual([7, 9]);
    expect(tiedWorks(ranking, ['5', '2', '7', '9'])).toEqual([]);
    expect(tiedWorks(ranking, ['5'])).toEqual([]);
    expect(tiedWorks(ranking, [])).toEqual([]);
  });
});

describe('the numbers by which works are selected', () => {
  it('mean nothing of an earlier draw, and nothing once works have ids', () => {
    const rating = { startedAt: '2022-12-01T08:00:00.000Z' };
    const drawOfRating = (change: object) =>
      drawOf({ blindRating: true, status: 'selection', rating, ...change } as Parameters<typeof drawOf>[0]);
    const again = { rating: { startedAt: '2022-12-09T08:00:00.000Z' } };
    const revealed = { rating: { ...rating, revealedAt: '2022-12-09T08:00:00.000Z' } };
    const draws = [{}, again, revealed].map(drawOfRating);
    expect(new Set(draws).size).toBe(3);
    expect(drawOfRating({ status: 'open' })).toBe(draws[2]);
  });
});

describe('a selection that two people have changed', () => {
  const base = ['a', 'b', 'c'];

  it('has what either has taken in, and not what either has taken out', () => {
    const { merged, isOpen } = mergeSelections({ base, mine: ['a', 'b', 'c', 'd'], theirs: ['b', 'c', 'e'] });
    expect(isOpen).toBe(false);
    expect([...merged].sort()).toEqual(['b', 'c', 'd', 'e']);
  });

  it('has the order of the one who has changed it', () => {
    expect(mergeSelections({ base, mine: base, theirs: ['c', 'b', 'a'] })).toEqual({
      merged: ['c', 'b', 'a'],
      isOpen: false,
    });
    expect(mergeSelections({ base, mine: ['c', 'b', 'a'], theirs: base }).merged).toEqual(['c', 'b', 'a']);
  });

  it('is left to the person where both have put it in another order: nothing of mine is lost before', () => {
    const found = mergeSelections({ base, mine: ['b', 'a', 'c'], theirs: ['c', 'b', 'a'] });
    expect(found).toEqual({ merged: ['b', 'a', 'c'], isOpen: true });
  });
});

describe('words of the selection', () => {
  it('write an average as each language does', () => {
    expect(decimal(8.67, 'en')).toBe('8.67');
    expect(decimal(8.67, 'az')).toBe('8,67');
    expect(decimal(8, 'ru')).toBe('8');
  });

  it('call a field by its name, and one of several by its place', () => {
    expect(fieldInWords('translations.en.description', selectionWords.en)).toBe('Text');
    expect(fieldInWords('pictures.1.caption', selectionWords.en)).toBe('Caption 2');
    expect(fieldInWords('files.0.text', selectionWords.az)).toBe('Fayl 1');
    expect(fieldInWords('somethingNew', selectionWords.ru)).toBe('somethingNew');
  });
});
