import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventContentSchema } from '../../../../shared/model/events/event.ts';
import { compareVersions } from '../../../../shared/model/publication/revision.ts';
import {
  legacyAddressOf,
  localeOfLegacyAddress,
  normalizeLegacyPath,
} from '../../../../shared/model/site/legacy-path.ts';
import { instantSchema } from '../../../../shared/model/time/instant.ts';
import { occasionSchema } from '../../../../shared/model/time/occasion.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

describe('a point in time', () => {
  it.each([
    ['2022-11-18T10:00:00Z', '2022-11-18T10:00:00.000Z'],
    ['2022-11-18T10:00+04:00', '2022-11-18T06:00:00.000Z'],
    ['2022-11-18T10:00:00.1234Z', '2022-11-18T10:00:00.123Z'],
  ])('%s is kept as %s', (given, kept) => {
    expect(instantSchema.parse(given)).toBe(kept);
  });

  it.each([
    '2022-02-30T10:00:00Z',
    '2022-11-18',
    '2022-11-18T10:00:00',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00Z',
    '',
    '2022-11-18T25:00:00Z',
  ])('%j is none', (given) => {
    expect(instantSchema.safeParse(given).success).toBe(false);
  });

  it('sorts as text as it does in time', () => {
    const moment = fc.date({ min: new Date('1900-01-02'), max: new Date('2999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = [a, b].map((date) => instantSchema.parse(date.toISOString())) as [string, string];
        expect(Math.sign(first.localeCompare(second, 'en'))).toBe(Math.sign(a.getTime() - b.getTime()));
      }),
    );
  });
});

describe('what has been accepted', () => {
  it('is accepted again when it is read, and is the same then', () => {
    const word = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('\u0958', 'e\u0301', ' ', '\n', '\t', 'ə', '🎨', '\u200b'),
    );
    const text = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(''));
    const occasion = fc.oneof(
      text,
      fc.constantFrom('2022-11-18', '2022-11-18T10:00Z', '9999-12-31T23:59:59-01:00', '0000-01-01'),
    );
    const translation = fc.record({ title: text, summary: text, body: text }, { requiredKeys: [] });
    const content = fc.record(
      {
        price: fc.record({ az: text }),
        showings: fc.tuple(fc.record({ startsAt: occasion })),
        translations: fc.record({ az: translation }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(content, (given) => {
        const first = eventContentSchema.safeParse(given);
        if (first.success) expect(eventContentSchema.parse(JSON.parse(JSON.stringify(first.data)))).toEqual(first.data);
      }),
      { numRuns: 1000 },
    );
    expect(eventContentSchema.safeParse({ price: { az: '\u0958'.repeat(300) } }).success).toBe(false);
  });

  it('is a day or a time', () => {
    expect(occasionSchema.parse('2022-11-18')).toBe('2022-11-18');
    expect(occasionSchema.parse('2022-11-18T00:00:00+04:00')).toBe('2022-11-17T20:00:00.000Z');
  });
});

describe('an event', () => {
  const id = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G5${String(n).padStart(3, '0')}`;

  it.each([
    ['pictures', 60, (n: number) => ({ uploadId: id(n) })],
    ['showings', 100, (n: number) => ({ startsAt: new Date(Date.UTC(2030, 0, n + 1)).toISOString() })],
    ['files', 20, (n: number) => ({ uploadId: id(n), title: { az: 'Cədvəl' } })],
  ])('may have so many %s: %i', (field, most, make) => {
    const withSome = (count: number) =>
      eventContentSchema.safeParse({ [field]: Array.from({ length: count }, (_, n) => make(n)) }).error?.issues;
    expect(withSome(most)).toBeUndefined();
    expect(withSome(most + 1)).toMatchObject([{ path: [field], code: 'too_big', maximum: most }]);
  });
});

describe('an old address', () => {
  it.each([
    ['/az/news/1.html', '/az/news/1.html'],
    ['/az/news/', '/az/news'],
    ['/', '/'],
    ['/index.php?lang=az&id=7', '/index.php?id=7&lang=az'],
    ['/x%C9%99b%C9%99r', '/xəbər'],
    ['/xəbər', '/xəbər'],
    ['/100%', '/100%'],
    ['//a b', '//a b'],
    ['//:x/1', '//:x/1'],
    ['//', '/'],
  ])('%s is looked up as %s', (given, kept) => {
    expect(normalizeLegacyPath(given)).toBe(kept);
    expect(normalizeLegacyPath(encodeURI(kept).replace('%25', '%'))).toBe(kept);
  });
});

describe('an address of the earlier site that is asked for', () => {
  it.each([
    ['list', 'tag=b&tag=a', '/list?tag=b&tag=a'],
    ['x.php', 'cat[]=1&cat%5B%5D=2', '/x.php?cat[]=1&cat[]=2'],
    ['xəbər', 'b=1+2&a=%C9%99', '/xəbər?a=ə&b=1%202'],
    ['100%', '', '/100%'],
  ])('%s?%s is found as it was kept', (path, query, given) => {
    expect(legacyAddressOf(path, query)).toBe(normalizeLegacyPath(given));
  });

  it.each([
    ['/en/drawing', 'en'],
    ['/EN', 'en'],
    ['/?lang=ru&p=5', 'ru'],
    ['/en/x?lang=ru', 'en'],
    ['/de/x', undefined],
    ['/enter/en', undefined],
    ['/', undefined],
  ])('%s has the language %s', (address, locale) => {
    expect(localeOfLegacyAddress(address, ['az', 'en', 'ru'])).toBe(locale);
  });
});

describe('the comparison of two versions', () => {
  const base = {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    status: 'draft' as const,
    version: 1,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    ...{ pictures: [], files: [], showings: [], organisers: [], tags: [] },
  };

  it('names what was added, changed and removed, and nothing else', () => {
    const before = { ...base, category: 'news', translations: { az: { title: 'A', body: 'B' }, en: { title: 'X' } } };
    const after = {
      ...base,
      version: 2,
      category: 'news',
      place: { name: { az: 'V' } },
      translations: { az: { title: 'C', body: 'B' } },
    };
    expect(compareVersions(eventContentSchema, before, after)).toEqual([
      { path: 'place.name.az', after: 'V' },
      { path: 'translations.az.title', before: 'A', after: 'C' },
      { path: 'translations.en.title', before: 'X' },
    ]);
    expect(compareVersions(eventContentSchema, before, before)).toEqual([]);
  });

  it('names what has changed of a picture', () => {
    const pictures = (uploadId: string, alt: Record<string, string>) => [{ uploadId, alt }];
    const before = { ...base, translations: {}, pictures: pictures('a', { az: 'Ev' }) };
    expect(
      compareVersions(eventContentSchema, before, { ...before, pictures: pictures('a', { az: 'Ev', en: 'A house' }) }),
    ).toEqual([{ path: 'pictures.0.alt.en', after: 'A house' }]);
    expect(compareVersions(eventContentSchema, before, { ...before, pictures: pictures('b', { az: 'Ev' }) })).toEqual([
      { path: 'pictures.0.uploadId', before: 'a', after: 'b' },
    ]);
  });
});
