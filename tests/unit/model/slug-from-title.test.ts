import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugSchema } from '../../../shared/model/slug.ts';
import { slugFromTitle } from '../../../shared/model/slug-from-title.ts';
import { slugCandidate } from '../../../shared/publishing/shared/slug-candidates.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('a slug from a title', () => {
  it.each([
    ['Şagirdlərin rəsm müsabiqəsi', 'sagirdlerin-resm-musabiqesi'],
    ['Çap et — “Korrupsiyaya YOX!”', 'cap-et-korrupsiyaya-yox'],
    ['İstanbul ILIĞI ığüşöç', 'istanbul-iligi-igusoc'],
    ['Хорошая выставка: щука, ёж, объявление', 'khoroshaya-vystavka-shchuka-yozh-obyavlenie'],
    ['2022 CamelCase', '2022-camelcase'],
    ['e\u0301te\u0301', 'ete'],
  ])('writes %s in Latin letters', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
  });

  it('is cut at a word', () => {
    expect(slugFromTitle('one two three', 9)).toBe('one-two');
    expect(slugFromTitle('one two three', 7)).toBe('one-two');
    expect(slugFromTitle('onetwothree', 5)).toBe('onetw');
  });

  it('is none where a title has nothing that could be written so', () => {
    expect(slugFromTitle('🎨🎨')).toBeUndefined();
    expect(slugFromTitle('日本')).toBeUndefined();
  });

  it('is valid at every attempt, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(3), (title, attempt) => {
        expect(slugSchema.safeParse(slugCandidate(title.toWellFormed(), id, attempt)).success).toBe(true);
      }),
    );
  });
});
