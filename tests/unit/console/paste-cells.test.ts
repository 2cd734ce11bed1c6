import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../console/src/entries/entry.ts';
import { type GridColumn, valueAt } from '../../../console/src/entries/entry-columns.ts';
import { parseCells } from '../../../console/src/entries/paste/parse-cells.ts';
import { planPaste } from '../../../console/src/entries/paste/plan-paste.ts';
import { undoPaste } from '../../../console/src/entries/paste/undo-paste.ts';

describe('cells on the clipboard', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    ['\tb\t', [['', 'b', '']]],
    ['"two\nlines"\t"a\ttab"\t"said ""so"""\r\n', [['two\nlines', 'a\ttab', 'said "so"']]],
    ['5" wide\t6" high', [['5" wide', '6" high']]],
    ['"Noon" at sea\tb\nc', [['"Noon" at sea', 'b'], ['c']]],
    ['"open\tb\nc', [['"open', 'b'], ['c']]],
  ])('%j are %j', (text, expected) => {
    expect(parseCells(text)).toEqual(expected);
  });
});

const artist = { name: 'Aysel Hüseynova', school: '6 nömrəli məktəb', region: 'Gəncə', ageAtEntry: 9, isMinor: true };

const entry = (n: number, over: Partial<Entry> = {}): Entry =>
  ({
    ...{ id: `id${n}`, entryNumber: n, status: 'entered', artist, version: 1 },
    translations: { az: { title: 'Günəş', alt: 'Sarı günəş' } },
    ...over,
  }) as Entry;

const plan = (
  rows: readonly (readonly string[])[],
  column: GridColumn,
  entries: readonly Entry[] = [entry(3), entry(1), entry(2)],
  more: Partial<Parameters<typeof planPaste>[1]> = {},
) =>
  planPaste(rows, {
    ...{ entries, start: { id: entries[0]?.id ?? '', column }, locale: 'az', language: 'en' },
    ...{ unsaved: () => [], isReadOnly: () => false, ...more },
  });

/** What would be written, by the numbers of the entries. */
const written = ({ changes }: ReturnType<typeof plan>) =>
  changes.map(({ entry: { entryNumber }, cells }) => [
    entryNumber,
    Object.fromEntries(cells.map(({ path, value }) => [path, value])),
  ]);

describe('pasting cells', () => {
  it('goes over the rows as they are shown, and leaves what is the same', () => {
    const planned = plan(
      [
        ['Dəniz', 'Sarı günəş'],
        ['Ev', ' Damlı\nev '],
      ],
      'title',
    );
    expect(written(planned)).toEqual([
      [3, { 'translations.az.title': 'Dəniz' }],
      [1, { 'translations.az.title': 'Ev', 'translations.az.alt': 'Damlı ev' }],
    ]);
    expect(planned).toMatchObject({ unchanged: 1, refused: [] });
  });

  it('begins at the cell that has the focus', () => {
    expect(written(plan([['10', 'Bakı məktəbi']], 'age', undefined, { start: { id: 'id1', column: 'age' } }))).toEqual([
      [1, { 'artist.ageAtEntry': 10, 'artist.school': 'Bakı məktəbi' }],
    ]);
  });

  it('refuses columns that are not edited, and what lies beyond the last column or row', () => {
    const planned = plan([['Bakı', 'Entered', 'given', '', 'beyond'], [], ['x'], ['y'], ['z']], 'region');
    expect(written(planned)).toEqual([
      [3, { 'artist.region': 'Bakı' }],
      [2, { 'artist.region': 'x' }],
    ]);
    expect(planned.refused).toEqual([
      { why: 'column', column: 'consent', count: 1 },
      { why: 'columns', count: 1 },
      { why: 'rows', count: 2 },
    ]);
    expect(plan([['x']], 'title', undefined, { start: { id: 'gone', column: 'title' } }).refused).toEqual([
      { why: 'rows', count: 1 },
    ]);
  });

  it('refuses what the API would, in its words, and writes the rest of the row', () => {
    const planned = plan(
      [
        ['nine', 'M'],
        ['190', 'M'],
        ['30', ''],
      ],
      'age',
    );
    expect(written(planned)).toEqual([
      [3, { 'artist.school': 'M' }],
      [1, { 'artist.school': 'M' }],
      [2, { 'artist.ageAtEntry': 30, 'artist.school': undefined }],
    ]);
    expect(planned.refused.map((one) => one.why === 'value' && [one.entryNumber, one.column, one.text])).toEqual([
      ...[
        [3, 'age', 'nine'],
        [1, 'age', '190'],
      ],
    ]);
    expect(planned.refused.every((one) => one.why === 'value' && one.message.length > 5)).toBe(true);
  });

  it('refuses the age of an adult where the artist is no minor by it', () => {
    const adult = entry(1, { artist: { name: 'Ad', isMinor: false } });
    const planned = plan([['9', 'M']], 'age', [adult]);
    expect(written(planned)).toEqual([[1, { 'artist.school': 'M' }]]);
    expect(planned.refused).toMatchObject([{ why: 'value', column: 'age' }]);
  });

  it('takes no school of an artist who has no name, and no empty name', () => {
    expect(plan([['9', 'M', 'Bakı']], 'age', [entry(1, { artist: undefined })])).toMatchObject({
      changes: [],
      refused: [{ column: 'age' }, { column: 'school' }, { column: 'region' }],
    });
    expect(written(plan([['Ad', '', 'M']], 'artist', [entry(1, { artist: undefined })]))).toEqual([
      [1, { 'artist.name': 'Ad', 'artist.school': 'M' }],
    ]);
    expect(plan([['', '10']], 'artist', [entry(1)])).toMatchObject({
      changes: [{ cells: [{ column: 'age' }] }],
      refused: [{ column: 'artist' }],
    });
  });

  it('takes a state by its name in any language, and leaves one that follows from the selection', () => {
    const entries = [entry(1), entry(2), entry(3), entry(4, { status: 'selected' })];
    const planned = plan([['Отозвана'], ['SHORTLISTED'], ['perhaps'], ['Selected']], 'status', entries);
    expect(written(planned)).toEqual([
      [1, { status: 'withdrawn' }],
      [2, { status: 'shortlisted' }],
    ]);
    expect(planned).toMatchObject({ unchanged: 1, refused: [{ why: 'value', entryNumber: 3, text: 'perhaps' }] });
  });

  it('says which cells a person may not change', () => {
    const isReadOnly = (column: GridColumn, { entryNumber }: Entry) => entryNumber === 1 && column !== 'title';
    const planned = plan(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      'title',
      [entry(1), entry(2)],
      { isReadOnly },
    );
    expect(written(planned)).toMatchObject([
      [1, { 'translations.az.title': 'a' }],
      [2, { 'artist.name': 'f' }],
    ]);
    expect(planned.refused).toEqual([{ why: 'readOnly', entryNumber: 1, columns: ['alt', 'artist'] }]);
  });

  it('compares with what is not saved yet', () => {
    const edit = { path: 'translations.az.title', value: 'Dəniz', state: 'connection' as const };
    const planned = plan([['Dəniz'], ['Dəniz']], 'title', [entry(1), entry(2)], {
      unsaved: ({ entryNumber }) => (entryNumber === 1 ? [edit] : []),
    });
    expect(written(planned)).toEqual([[2, { 'translations.az.title': 'Dəniz' }]]);
  });
});

describe('undoing what was pasted', () => {
  const changedTo = (pasted: Entry, over: Partial<Entry>) => (id: string) =>
    id === pasted.id ? { ...pasted, ...over } : undefined;

  it('puts back what nobody has changed since then', () => {
    const before = entry(1);
    const { changes } = plan([['Dəniz', 'Mavi dəniz']], 'title', [before]);
    const read = changedTo(before, { translations: { az: { title: 'Dəniz', alt: 'Somebody else’s' } } });
    expect(undoPaste(changes, read, valueAt)).toMatchObject([
      { values: [{ path: 'translations.az.title', value: 'Günəş' }] },
    ]);
    expect(undoPaste(changes, () => undefined, valueAt)).toEqual([]);
  });

  it('takes an artist away who came with the cells, unless somebody has completed them', () => {
    const before = entry(1, { artist: undefined });
    const { changes } = plan([['Ad', '10']], 'artist', [before]);
    const came = { name: 'Ad', ageAtEntry: 10, isMinor: true };
    expect(undoPaste(changes, changedTo(before, { artist: came }), valueAt)).toMatchObject([
      { values: [{ path: 'artist', value: undefined }] },
    ]);
    expect(undoPaste(changes, changedTo(before, { artist: { ...came, region: 'Bakı' } }), valueAt)).toEqual([]);
  });

  it('takes back an artist who came with the cells and is not stored yet', () => {
    const before = entry(1, { artist: undefined });
    const { changes } = plan([['Ad', '10']], 'artist', [before]);
    const waiting = (_: Entry, path: string) => (path === 'artist.name' ? 'Ad' : 10);
    expect(undoPaste(changes, () => before, waiting)).toMatchObject([
      {
        values: [
          { path: 'artist.name', value: undefined },
          { path: 'artist.ageAtEntry', value: undefined },
        ],
      },
    ]);
  });
});
