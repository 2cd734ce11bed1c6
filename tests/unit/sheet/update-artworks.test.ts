import { describe, expect, it } from 'vitest';
import { publishedArtist } from '../../../shared/model/people/public-artist.ts';
import { type ArtworkPatch, changeRefusal, type EntryTarget } from '../../../shared/sheet/entry-target.ts';
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

/** Changes artworks, except to one title. */
const refusingTitle =
  ({ changeArtworks }: EntryTarget): EntryTarget['changeArtworks'] =>
  async (changes) => {
    const isRefused = ({ patch }: ArtworkPatch) => JSON.stringify(patch).includes('Bad');
    const taken = changes.filter((change) => !isRefused(change));
    const refusals = taken.length > 0 ? [...(await changeArtworks(taken))] : [];
    return changes.map((change) =>
      isRefused(change) ? { message: 'An admin may.', isTransient: false } : refusals.shift(),
    );
  };

const update = async (target: EntryTarget, pairs: readonly KnownRow[], isUpdate: boolean, settled: Updated[] = []) => {
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

  it('are narrowed, and said, though a later request finds no site', async () => {
    const { target, stored, asked, pairs } = known(150, (n) => ({
      ...{ 'title.az': n === 0 ? 'Bad' : 'Dəniz', consentImage: 'no' },
    }));
    const changeArtworks: EntryTarget['changeArtworks'] = async (changes) => {
      // The second hundred.
      if (changes[0]?.artworkId === 'id102') throw new Error('503');
      return refusingTitle(target)(changes);
    };
    const settled: Updated[] = [];
    const ended = update({ ...target, changeArtworks }, pairs, true, settled);
    await expect(ended).rejects.toThrow('503');
    expect(settled).toHaveLength(100);
    expect(settled[0]).toMatchObject({
      ...{ result: 'rejected', reason: 'An admin may.', differences: [{ column: 'consentImage' }] },
    });
    expect(new Set(results(settled.slice(1)))).toEqual(new Set(['updated']));
    expect(stored.get('id2')?.artist?.consent).toMatchObject({ image: false });
    expect(asked.slice(1)).toEqual(['read id2', 'change id2']);
  });

  it('are compared again before a later request finds no site', async () => {
    const { target, stored, pairs } = known(150, () => ({ consentImage: 'no' }));
    const [[id, artwork] = []] = stored;
    if (id && artwork) stored.set(id, { ...artwork, version: 2, year: 2020 });
    const changeArtworks: EntryTarget['changeArtworks'] = async (changes) => {
      if (changes[0]?.artworkId === 'id102') throw new Error('503');
      return target.changeArtworks(changes);
    };
    await expect(update({ ...target, changeArtworks }, pairs, true)).rejects.toThrow('503');
    expect(stored.get('id2')).toMatchObject({ year: 2020, artist: { consent: { image: false } } });
  });

  it('are said where the site is lost before they are narrowed', async () => {
    const { target, pairs } = known(2, (n) => ({ 'title.az': n === 0 ? 'Bad' : 'Dəniz', consentImage: 'no' }));
    const readArtwork = async () => {
      throw new Error('503');
    };
    const settled: Updated[] = [];
    const losing = { ...target, changeArtworks: refusingTitle(target), readArtwork };
    await expect(update(losing, pairs, true, settled)).rejects.toThrow('503');
    expect(settled).toMatchObject([
      { result: 'rejected', reason: 'An admin may.', differences: [] },
      { result: 'updated' },
    ]);
  });

  it('say what they were refused for where they cannot be read again', async () => {
    const { target, pairs } = known(1, () => ({ 'title.az': 'Bad', consentImage: 'no' }));
    const readArtwork = async () => {
      throw new Refusal('It is gone.');
    };
    const settled = await update({ ...target, changeArtworks: refusingTitle(target), readArtwork }, pairs, true);
    expect(settled).toMatchObject([{ result: 'rejected', reason: 'An admin may.', differences: [] }]);
  });

  it('are not read again where nothing of what was refused is narrower', async () => {
    const { target, asked, pairs } = known(1, () => ({ 'title.az': 'Bad' }));
    const settled = await update({ ...target, changeArtworks: refusingTitle(target) }, pairs, true);
    expect(settled).toMatchObject([{ result: 'rejected', reason: 'An admin may.' }]);
    expect(asked).toEqual([]);
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
