import { describe, expect, it } from 'vitest';
import { patchOfEdits } from '../../../console/src/entries/edits/patch-of-edits.ts';
import type { Entry } from '../../../console/src/entries/entry.ts';
import { problemsOf } from '../../../console/src/entries/entry-problems.ts';
import { filterEntries } from '../../../console/src/entries/filter-entries.ts';
import { cellAfterKey } from '../../../console/src/entries/grid/move-in-grid.ts';

const artist = {
  name: 'Aysel Hüseynova',
  school: '6 nömrəli məktəb',
  region: 'Gəncə',
  isMinor: true,
  consent: { guardian: 'Rəna', grantedOn: '2025-01-01', expiresOn: '2029-01-01', image: true, name: 'full' },
} as const;

const entry = (n: number, over: Partial<Entry> = {}): Entry =>
  ({
    ...{ id: `id${n}`, entryNumber: n, uploadId: `upload${n}`, status: 'entered', artist, version: 1 },
    translations: { az: { title: 'Günəş', alt: 'Sarı günəş' } },
    ...over,
  }) as Entry;

const facts = {
  ...{ locales: ['az', 'en'], alike: new Set<string>(), ratings: new Map([['id1', 2]]) },
  now: new Date('2026-11-29T00:00:00Z'),
  timeZone: 'Asia/Baku',
};

describe('what an entry lacks', () => {
  it.each([
    [{}, []],
    [{ uploadId: undefined, artist: undefined, translations: {} }, ['noPicture', 'noArtist', 'noTitle', 'noAlt']],
    [{ translations: { az: { title: 'Günəş', alt: 'Günəş' }, en: { title: 'The sun' } } }, ['noAlt']],
    [{ translations: { en: { title: 'The sun', alt: 'The sun' } } }, []],
    [{ artist: undefined, artistHidden: true as const }, []],
    [{ consentGap: 'There is no consent.', uploadState: 'rejected' as const }, ['rejected', 'consent']],
  ])('is told of %j', (over, expected) => {
    expect(problemsOf(entry(1, over), facts)).toEqual(expected);
  });
});

describe('a filter of entries', () => {
  const ends = { ...artist, name: 'Işıq İlyas', consent: { ...artist.consent, expiresOn: '2026-12-20' } };
  const all = [
    entry(1),
    entry(2, { artist: ends }),
    entry(12, { consentGap: 'none', artist: { ...artist, region: 'Bakı' } }),
    entry(13, { artist: undefined, artistHidden: true }),
  ];
  it.each([
    [{}, [1, 2, 12, 13]],
    [{ q: 'hüsey' }, [1, 12]],
    [{ q: '1' }, [1, 12, 13]],
    [{ q: 'ışıq ilyas' }, [2]],
    [{ q: 'günəş', region: 'Bakı' }, [12]],
    [{ consent: 'gap' }, [12]],
    [{ consent: 'ends' }, [2]],
    [{ consent: 'given' }, [1]],
    [{ rated: 'yes' }, [1]],
    [{ rated: 'no' }, [2, 12, 13]],
    [{ problem: 'consent' }, [12]],
    [{ problem: 'any' }, [12]],
  ])('%j leaves %j', (filter, numbers) => {
    expect(filterEntries(all, filter, facts).map(({ entryNumber }) => entryNumber)).toEqual(numbers);
  });

  it('counts the days to the end of a consent from the day that it is at the site', () => {
    const last = entry(3, { artist: { ...artist, consent: { ...artist.consent, expiresOn: '2026-12-29' } } });
    const found = (at: string) => filterEntries([last], { consent: 'ends' }, { ...facts, now: new Date(at) });
    expect(found('2026-11-28T19:59:00Z')).toEqual([]);
    // In Baku the next day has begun.
    expect(found('2026-11-28T20:00:00Z')).toEqual([last]);
  });

  it('asks for no ratings where nobody may know them', () => {
    expect(filterEntries(all, { rated: 'yes' }, { ...facts, ratings: undefined })).toHaveLength(4);
  });
});

describe('the patch of changes', () => {
  it('takes values away, and a language with its last text', () => {
    expect(
      patchOfEdits(entry(1), [
        { path: 'translations.az.title', value: undefined },
        { path: 'translations.az.alt', value: undefined },
        { path: 'artist.region', value: undefined },
      ]),
    ).toEqual({ translations: { az: null }, artist: { region: null } });
  });

  it('takes an artist who is named first for a minor', () => {
    const path = 'artist.name';
    expect(patchOfEdits(entry(1, { artist: undefined }), [{ path, value: 'Ad' }])).toEqual({
      artist: { name: 'Ad', isMinor: true },
    });
    expect(patchOfEdits(entry(1), [{ path, value: 'Ad' }])).toEqual({ artist: { name: 'Ad' } });
  });
});

describe('a key in the grid', () => {
  const entries = Array.from({ length: 30 }, (_, n) => entry(n + 1));
  const press = (key: string, ctrlKey = false) =>
    cellAfterKey({ key, ctrlKey, metaKey: false }, { id: 'id5', column: 'title' }, entries);
  it.each([
    ['ArrowDown', false, { id: 'id6', column: 'title' }],
    ['ArrowUp', true, { id: 'id1', column: 'title' }],
    ['PageUp', false, { id: 'id1', column: 'title' }],
    ['PageDown', false, { id: 'id15', column: 'title' }],
    ['Home', false, { id: 'id5', column: 'select' }],
    ['End', true, { id: 'id30', column: 'problems' }],
    ['a', false, undefined],
  ])('%s leads on, with Ctrl %s', (key, ctrlKey, expected) => {
    expect(press(key, ctrlKey)).toEqual(expected);
  });
});
