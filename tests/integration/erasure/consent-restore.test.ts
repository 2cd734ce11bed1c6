import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { found } from '../../support/entries/secrets.ts';
import { nextHour, restoreTable, waysAfterRestore } from '../../support/restored-table.ts';
import { type DeskTable, deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  desk = deskTable(cloud);
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

/** Two works that are public with the names of their artists. */
const shown = async (name: string) => {
  const id = await cloud.exhibition();
  const enter = async (artist: object) =>
    cloud.enter(id, { artist, uploadId: await cloud.uploadFile(await picture()) });
  const artworkId = await enter(child(name, { name: 'full' }));
  const other = await enter(child('Aysel Qalanova', { name: 'full' }));
  await cloud.act(id, 'selection', { artworkIds: [artworkId, other] });
  expect((await cloud.act(id, 'publish')).status).toBe(200);
  await cloud.published();
  expect(await cloud.shown(id)).toEqual([artworkId, other]);
  return { id, artworkId, other };
};

const publicly = async (word: string) => found(await cloud.items('ShowcaseTable'), [word]);
const entry = (id: string, artworkId: string) => cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`);

const withheld: [string, object, string][] = [
  ['the name', { artist: { consent: { name: 'none' } } }, 'Adgizlinova'],
  ['the picture', { artist: { consent: { image: false } } }, 'Sekilova'],
  ['all of the entry', { status: 'withdrawn' }, 'Geridova'],
  ['the name of another person', { artist: { name: 'Rauf Basqayev' } }, 'Evvelova'],
];

describe('what consent withholds since the moment to which the table was restored', () => {
  it.each(withheld.flatMap((one) => waysAfterRestore.map((way) => [...one, ...way] as const)))(
    'does not come back: %s (%s %s), %s',
    async (_, patch, word, way, after) => {
      const surname = `${word}${way.includes('rebuild') ? 'anew' : ''}`;
      const { id, artworkId, other } = await shown(`Aysel ${surname}`);
      const before = await desk.items();
      expect((await cloud.changeArtwork(id, artworkId, patch)).status).toBe(200);
      await cloud.published();
      await restoreTable(desk, before);
      await after(cloud);
      await cloud.published();
      expect(await cloud.shown(id)).toEqual([other]);
      expect(await publicly(surname)).toEqual([]);
      expect((await entry(id, artworkId)).body.status).toBe('withdrawn');
    },
  );

  it('is left alone where an editor has entered since what holds, and where nothing was restored', async () => {
    const { id, artworkId, other } = await shown('Aysel Yenidenova');
    const before = await desk.items();
    await cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'first' } } });
    await cloud.published();
    await nextHour(cloud);
    expect([(await entry(id, artworkId)).body.status, await cloud.shown(id)]).toEqual(['selected', [artworkId, other]]);
    cloud.clock.set(0);
    await restoreTable(desk, before);
    await nextHour(cloud);
    const again = { status: 'entered', artist: { consent: { name: 'first', image: true } } };
    expect((await cloud.changeArtwork(id, artworkId, again)).status).toBe(200);
    await nextHour(cloud);
    const { body } = await entry(id, artworkId);
    expect([body.status, body.artist.consent.name]).toEqual(['not-selected', 'first']);
  });
});
