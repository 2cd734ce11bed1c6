import { describe, expect, it } from 'vitest';
import { mergePatch } from '../../../shared/model/json/merge-patch.ts';
import { compareArtwork, patchOf, type StoredContent } from '../../../shared/sheet/compare-artwork.ts';
import { readSheet } from '../../../shared/sheet/read-sheet.ts';
import { rowContent } from '../../../shared/sheet/row-content.ts';

const row = {
  ...{ file: 'a.jpg', 'title.az': 'Gün', 'alt.az': 'Dəniz', artist: 'Aysel Məmmədova', age: '12' },
  ...{ school: '1 nömrəli', region: 'Bakı', isMinor: 'yes', guardian: 'Rəna Quliyeva', consentGrantedOn: '2024-09-01' },
  ...{
    consentExpiresOn: '2029-09-01',
    consentImage: 'yes',
    consentName: 'initial',
    consentSchool: 'yes',
    medium: 'Quaş',
  },
};

type Row = Partial<Record<keyof typeof row | 'consentRegion' | 'consentAge' | 'title.ru' | 'alt.ru', string>>;

/** What a row says, and the columns that its sheet has. */
const parsed = (cells: Row) => {
  const [first] = readSheet(`${Object.keys(cells).join(';')}\n${Object.values(cells).join(';')}`, 'en');
  const { content } = first ? rowContent(first, 'en') : {};
  if (!first || !content) throw new Error('The row is faulty.');
  return { columns: first.columns, content };
};

const stored: StoredContent = parsed(row).content;

const compare = (cells: Row, before: StoredContent = stored) => {
  const { columns, content } = parsed(cells);
  const differences = compareArtwork(columns, content, before);
  return { content, differences, named: differences.map((one) => `${one.column}${one.isNarrower ? ' narrower' : ''}`) };
};

describe('a row of a sheet beside the artwork that it became', () => {
  it.each<[string, Row, string[]]>([
    ['nothing', {}, []],
    ['a title', { 'title.az': 'Gecə' }, ['title.az']],
    ['a text in a language more', { 'title.ru': 'День' }, ['title.ru']],
    ['the image not allowed', { consentImage: 'no' }, ['consentImage narrower']],
    ['less of the name', { consentName: 'first' }, ['consentName narrower']],
    ['no name', { consentName: 'none' }, ['consentName narrower']],
    ['more of the name', { consentName: 'full' }, ['consentName']],
    ['an earlier end', { consentExpiresOn: '2025-01-01' }, ['consentExpiresOn narrower']],
    ['a later end', { consentExpiresOn: '2030-01-01' }, ['consentExpiresOn']],
    ['a later beginning', { consentGrantedOn: '2025-01-01' }, ['consentGrantedOn narrower']],
    ['the school not allowed', { consentSchool: 'no' }, ['consentSchool narrower']],
    ['nothing said of the school beside a short name', { consentSchool: '' }, ['consentSchool narrower']],
    [
      'nothing said of it beside a whole name',
      { consentSchool: '', consentName: 'full' },
      ['consentName', 'consentSchool'],
    ],
    ['the region allowed', { consentRegion: 'yes' }, ['consentRegion']],
    ['the region not allowed, which was not before', { consentRegion: 'no' }, ['consentRegion']],
    ['another guardian', { guardian: 'Elçin Quliyev' }, ['guardian']],
    ['an empty cell', { medium: '' }, ['medium']],
  ])('differs by %s', (_name, change, expected) => {
    const { content, differences, named } = compare({ ...row, ...change });
    expect(named).toEqual(expected);
    expect(mergePatch(stored, patchOf(differences, content, stored))).toEqual(content);
  });

  it('does not differ in columns that its sheet does not have', () => {
    const { file, artist } = row;
    expect(compare({ file, 'title.az': 'Gün' }).named).toEqual([]);
    expect(compare({ file, artist, isMinor: 'yes' }).named).toEqual([]);
  });

  it('takes an artist, a consent or a language away as a whole', () => {
    const empty = { artist: '', age: '', school: '', region: '', isMinor: '', consentSchool: '' };
    const without = { guardian: '', consentGrantedOn: '', consentExpiresOn: '', consentImage: '', consentName: '' };
    const consentGone = compare({ ...row, ...without, consentSchool: '' });
    expect(patchOf(consentGone.differences, consentGone.content, stored)).toEqual({ artist: { consent: null } });
    const artistGone = compare({ ...row, ...empty, ...without });
    expect(patchOf(artistGone.differences, artistGone.content, stored)).toEqual({ artist: null });
    expect(artistGone.named.join()).not.toContain('narrower');
    const before = { ...stored, translations: { ...stored.translations, ru: { title: 'День', alt: 'Море' } } };
    const half = compare({ ...row, 'title.ru': '' }, before);
    expect(patchOf(half.differences, half.content, before)).toEqual({ translations: { ru: { title: null } } });
    const whole = compare({ ...row, 'title.ru': '', 'alt.ru': '' }, before);
    expect(patchOf(whole.differences, whole.content, before)).toEqual({ translations: { ru: null } });
  });

  it('writes of a narrower consent nothing but what is narrower', () => {
    const { content, differences } = compare({ ...row, 'title.az': 'Gecə', consentImage: 'no', consentSchool: '' });
    const narrower = differences.filter(({ isNarrower }) => isNarrower);
    expect(patchOf(narrower, content, stored)).toEqual({ artist: { consent: { image: false, school: null } } });
  });

  it('makes a minor of an adult at once, and an adult of a minor when it is told to', () => {
    const adult = { ...stored, artist: { name: 'Aysel Məmmədova', isMinor: false } };
    expect(compare({ file: 'a', artist: 'Aysel Məmmədova', isMinor: 'yes' }, adult).named).toEqual([
      'isMinor narrower',
    ]);
    expect(compare({ file: 'a', artist: 'Aysel Məmmədova', isMinor: 'no' }).named).toEqual(['isMinor']);
  });
});
