import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artworkContentSchema } from '../../../shared/model/exhibitions/artwork.ts';
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

/** The day on which rows are compared. */
const today = '2026-06-01';

const compare = (cells: Row, before: StoredContent = stored) => {
  const { columns, content } = parsed(cells);
  const differences = compareArtwork(columns, content, before, today);
  return { content, differences, named: differences.map((one) => `${one.column}${one.isNarrower ? ' narrower' : ''}`) };
};

/** The artwork once what is narrower was written, and nothing else. */
const narrowed = (cells: Row, before: StoredContent) => {
  const { content, differences } = compare(cells, before);
  const patch = patchOf(
    differences.filter(({ isNarrower }) => isNarrower),
    content,
    before,
  );
  return artworkContentSchema.parse(mergePatch(before, patch));
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

  it('ends what was public where the consent of the row is over, whatever days the exhibition has', () => {
    const over = { consentGrantedOn: '2023-09-01', consentExpiresOn: '2024-08-30' };
    const { named } = compare({ ...row, ...over, consentName: 'none' });
    expect(named).toEqual(['consentGrantedOn narrower', 'consentExpiresOn narrower', 'consentName narrower']);
    expect(narrowed({ ...row, ...over, consentName: 'none' }, stored).artist?.consent).toMatchObject({
      ...{ grantedOn: '2023-09-01', expiresOn: '2024-08-30', image: true, name: 'none' },
    });
  });

  it('leaves the days of a consent that was given anew, and writes what else is narrower', () => {
    const renewed = { consentGrantedOn: '2029-10-01', consentExpiresOn: '2031-09-01', consentImage: 'no' };
    const { named } = compare({ ...row, ...renewed });
    expect(named).toEqual(['consentGrantedOn', 'consentExpiresOn', 'consentImage narrower']);
    expect(narrowed({ ...row, ...renewed }, stored).artist?.consent).toMatchObject({
      ...{ grantedOn: '2024-09-01', expiresOn: '2029-09-01', image: false },
    });
  });

  it('gives of any two periods one that is valid, and none that lets see more today than one of them', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const period = fc.tuple(day, day).map((days) => days.sort());
    fc.assert(
      fc.property(period, period, ([from = '', to = ''], [grantedOn = '', expiresOn = '']) => {
        const before = parsed({ ...row, consentGrantedOn: from, consentExpiresOn: to }).content;
        const cells = { ...row, consentGrantedOn: grantedOn, consentExpiresOn: expiresOn };
        const consent = narrowed(cells, before).artist?.consent;
        const isWithin = (start = '', end = '') => start <= today && today <= end;
        const isShown = isWithin(consent?.grantedOn, consent?.expiresOn);
        expect(isShown && !isWithin(from, to)).toBe(false);
        expect(isShown && expiresOn < today).toBe(false);
      }),
    );
  });

  it('takes for narrower the first consent of an adult, who is public in full without one', () => {
    const adult = { file: 'a', artist: 'Aysel Məmmədova', age: '30', isMinor: 'no' };
    const { guardian, consentGrantedOn, consentExpiresOn } = row;
    const before = parsed(adult).content;
    const no = { guardian, consentGrantedOn, consentExpiresOn, consentImage: 'no', consentName: 'none' };
    expect(narrowed({ ...adult, ...no }, before)).toEqual(parsed({ ...adult, ...no }).content);
    // Of a minor nothing is shown without one: the first consent allows more.
    const minor = parsed({ ...adult, age: '12', isMinor: 'yes' }).content;
    expect(narrowed({ ...adult, ...no, age: '12', isMinor: 'yes' }, minor)).toEqual(minor);
  });
});
