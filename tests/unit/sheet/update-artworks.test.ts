import { describe, expect, it } from 'vitest';
import { publishedArtist } from '../../../shared/model/people/public-artist.ts';
import { changeRefusal, type EntryTarget } from '../../../shared/sheet/entry-target.ts';
import { type KnownRow, type Updated, updateArtworks } from '../../../shared/sheet/update-artworks.ts';
import { artworkOf, type Cells, entriesOf, Refusal, targetOf } from '../../support/sheet-target.ts';

const child: Cells = {
  ...{
    file: '',
    'title.az': 'Gün',
    'description.az': '',
    'description.ru': '',
    artist: 'Aysel Məmmədova',
    age: '12',
    isMinor: 'yes',
  },
  ...{ guardian: 'Rəna Quliyeva', consentGrantedOn: '2024-09-01', consentExpiresOn: '2099-09-01' },
  ...{ consentImage: 'yes', consentName: 'first' },
};

const rows = (count: number, changeOf: (n: number) => Cells = () => ({})): Cells[] =>
  Array.from({ length: count }, (_, n) => ({ ...child, file: `${n}.jpg`, ...changeOf(n) }));

/** Entries that differ from their artworks as `changeOf` says. */
const known = (count: number, changeOf: (n: number) => Cells, before: Cells = {}) => {
  const artworks = entriesOf(rows(count, () => before)).map(artworkOf);
  const changed = entriesOf(rows(count, (n) => ({ ...before, ...changeOf(n) })));
  const pairs = changed.map((entry, n): KnownRow => ({ entry, known: artworks[n] as KnownRow['known'] }));
  return { ...targetOf(artworks), pairs };
};

const update = async (target: EntryTarget, pairs: readonly KnownRow[], isUpdate: boolean) => {
  const settled: Updated[] = [];
  await updateArtworks(target, pairs, { isUpdate, today: '2026-06-01' }, ({ entry }, outcome) => {
    settled[entry.row - 2] = outcome;
  });
  return settled;
};

const results = (settled: readonly Updated[]) => settled.map(({ result }) => result);

describe('artworks that were entered before', () => {
  it('are changed in requests that the API reads', async () => {
    const text = 'На рисунке море и солнце. '.repeat(190);
    const { target, stored, pairs } = known(230, () => ({ 'description.az': text, 'description.ru': text }));
    const sizes: number[] = [];
    const change: EntryTarget['changeArtworks'] = async (changes) => {
      sizes.push(changes.length);
      // As the API answers a body that is too large.
      if (Buffer.byteLength(JSON.stringify({ changes })) > 1024 * 1024) throw new Refusal('too large');
      return target.changeArtworks(changes);
    };
    const settled = await update({ ...target, changeArtworks: change }, pairs, true);
    expect(new Set(results(settled))).toEqual(new Set(['updated']));
    expect([...stored.values()].every(({ translations }) => translations.az?.description === text.trim())).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(100);
    expect(sizes.length).toBeLessThan(10);
  });

  it('are changed at once where a consent is narrower, and before all others', async () => {
    const { target, stored, asked, pairs } = known(
      3,
      (n) =>
        [{ 'title.az': 'Dəniz' }, { 'title.az': 'Dəniz', consentImage: 'no' }, { consentName: 'none' }][n] as Cells,
    );
    const settled = await update(target, pairs, true);
    expect(results(settled)).toEqual(['updated', 'updated', 'updated']);
    expect(settled[1]?.differences.map(({ column }) => column)).toEqual(['title.az', 'consentImage']);
    expect(asked).toEqual(['change id3 id4', 'change id2']);
    expect(stored.get('id3')).toMatchObject({
      translations: { az: { title: 'Dəniz' } },
      artist: { consent: { image: false } },
    });
  });

  it('show at no moment less than the row allows', async () => {
    const { target, stored, pairs } = known(1, () => ({ consentName: 'first', consentSchool: 'yes' }), {
      ...{ school: '6', consentName: 'full', consentSchool: '' },
    });
    const shown: unknown[] = [];
    const change: EntryTarget['changeArtworks'] = async (changes) => {
      const refusals = await target.changeArtworks(changes);
      shown.push(...[...stored.values()].map(({ artist }) => artist && publishedArtist(artist)));
      return refusals;
    };
    expect(results(await update({ ...target, changeArtworks: change }, pairs, true))).toEqual(['updated']);
    expect(shown).toMatchObject([{ name: 'Aysel', school: '6' }]);
  });

  it('are narrowed where the rest is refused, and say what was written', async () => {
    const { target, stored, asked, pairs } = known(1, () => ({ 'title.az': 'Dəniz', consentImage: 'no' }));
    const change: EntryTarget['changeArtworks'] = async (changes) =>
      changes.some(({ patch }) => patch.translations)
        ? changes.map(() => ({ message: 'An admin may.', isTransient: false }))
        : target.changeArtworks(changes);
    expect(await update({ ...target, changeArtworks: change }, pairs, true)).toMatchObject([
      { result: 'rejected', reason: 'An admin may.', differences: [{ column: 'consentImage' }] },
    ]);
    expect(stored.get('id2')?.artist?.consent).toMatchObject({ image: false });
    expect(asked).toEqual(['read id2', 'change id2']);
  });

  it('are unchanged where a change was made though the answer says that it failed', async () => {
    const { target, pairs } = known(1, () => ({ 'title.az': 'Dəniz', consentImage: 'no' }));
    const change: EntryTarget['changeArtworks'] = async (changes) => {
      await target.changeArtworks(changes);
      return changes.map(() => ({ message: 'broken', isTransient: false }));
    };
    expect(await update({ ...target, changeArtworks: change }, pairs, true)).toMatchObject([
      { result: 'unchanged', differences: [] },
    ]);
  });

  it('are compared again where others have changed them meanwhile', async () => {
    const { target, stored, asked, pairs } = known(1, () => ({ 'title.az': 'Dəniz' }));
    const [[id, artwork] = []] = stored;
    if (id && artwork) stored.set(id, { ...artwork, version: 2, year: 2020 });
    expect(results(await update(target, pairs, true))).toEqual(['updated']);
    expect(asked).toEqual(['change id2', 'read id2', 'change id2']);
  });

  it('are rejected where others keep changing them', async () => {
    const { target, asked, pairs } = known(1, () => ({ consentImage: 'no' }));
    const changeArtworks: EntryTarget['changeArtworks'] = async (changes) =>
      changes.map(() => ({ message: 'overtaken', isTransient: true }));
    expect(await update({ ...target, changeArtworks }, pairs, false)).toMatchObject([
      { result: 'rejected', reason: 'overtaken', differences: [] },
    ]);
    expect(asked).toEqual(['read id2', 'read id2']);
  });

  it('name the columns of what was refused', () => {
    const errors = [
      { path: 'artist.consent.expiresOn', message: 'lies before grantedOn' },
      { path: '', message: 'and 7 more errors' },
    ];
    const problem = { status: 400, detail: 'artist.consent.expiresOn: lies before grantedOn', errors };
    expect(changeRefusal(problem).message).toBe('consentExpiresOn: lies before grantedOn; and 7 more errors');
  });
});
