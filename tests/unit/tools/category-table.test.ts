import { describe, expect, it } from 'vitest';
import { placeLine } from '../../../shared/model/import/place-line.ts';
import { categoryTable } from '../../../tools/import/category-table.ts';

const settings = {
  categories: [
    { slug: 'events', label: { az: 'Tədbirlər', en: 'Events' } as Record<string, string> },
    { slug: 'news', label: { az: 'Xəbərlər' } as Record<string, string> },
  ],
  campaigns: [{ slug: 'drawing', label: { az: 'Rəsm' } }],
};

const museum = { az: 'muzey', en: 'museum' };

const table = categoryTable(
  'sep=;\nfrom;category;campaign\nUncategorized;news;\n"Rəsm; müsabiqə";events;drawing\nXüsusi;;drawing\nKöhnə;;\nSərgi qalibları;news;\n',
  settings,
);

describe('a table of categories', () => {
  it.each([
    ['uncategorized', { category: 'news' }],
    ['Rəsm; müsabiqə', { category: 'events', campaign: 'drawing' }],
    [' XÜSUSI '.normalize('NFD'), { campaign: 'drawing' }],
    ['Köhnə', {}],
    ['Tədbirlər', { category: 'events' }],
    ['TƏDBİRLƏR', { category: 'events' }],
    ['TƏDBİRLƏR'.normalize('NFD'), { category: 'events' }],
    ['SƏRGİ QALIBLARI', { category: 'news' }],
    ['events', { category: 'events' }],
    ['Other', undefined],
  ])('finds %j', (name, place) => expect(table.find(name)).toEqual(place));

  it.each([
    ['category;from;kind\nnews;a;b', /from, category, campaign/],
    ['category\nnews', /from, category, campaign/],
    ['nothing;known\n1;2', /from, category, campaign/],
    ['from,category\na,sport', /Row 2 .*sport/],
    ['from,category,campaign\na,news,\nb,,x', /Row 3 .*"x"/],
    ['from,category\na,news\nA,events', /Row 3 .*"A"/],
    ['from,category\nSərgi,news\nSƏRGİ,events', /Row 3 .*"SƏRGİ"/],
    ['from,category\n,news', /Row 2 .*from/],
  ])('is refused where it is wrong: %j', (text, message) =>
    expect(() => categoryTable(text, settings)).toThrow(message),
  );
});

describe('a line', () => {
  it.each([
    [{ category: 'news' }, { category: 'news' }, [], []],
    [{ category: 'Tədbirlər', tags: ['x'] }, { category: 'events' }, [], ['x']],
    [{ categories: ['Other', 'Uncategorized'] }, { category: 'news' }, ['Other'], []],
    [{ tags: ['Xüsusi'], categories: ['news'] }, { category: 'news', campaign: 'drawing' }, [], []],
    [{ tags: ['Rəsm; müsabiqə'] }, { category: 'events', campaign: 'drawing' }, [], []],
    [{ category: 'news', campaign: 'own', tags: ['Xüsusi'] }, { category: 'news', campaign: 'own' }, [], []],
    [{ categories: ['Other', 'Sport'] }, {}, ['Other', 'Sport'], []],
    [{ category: 'sport' }, { category: 'sport' }, ['sport'], []],
    [{ category: 5, tags: 'a' }, {}, [], ['a']],
    [{ category: 'news', tags: [museum] }, { category: 'news', tags: [museum] }, [], []],
    [{ tags: ['Tədbirlər', museum, 7] }, { category: 'events', tags: [museum, 7] }, [], []],
    [{ category: 'news', tags: 7 }, { category: 'news', tags: 7 }, [], []],
  ])('%j gets its place', (line, placed, categories, tags) => {
    const found = placeLine({ externalId: '1', ...line }, table);
    expect(found.line).toEqual({ externalId: '1', ...placed });
    expect(found.unmapped).toEqual({ categories, tags });
  });
});
