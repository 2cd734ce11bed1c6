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
  ['a detail', { artist: { consent: { school: false } } }, 'Mektebova'],
  ['the days after a nearer end', { artist: { consent: { expiresOn: '2098-12-31' } } }, 'Gunlerova'],
  ['the days before a later beginning', { artist: { consent: { grantedOn: '2022-01-02' } } }, 'Sonrakova'],
];

/** What is recorded outside the table of an exhibition's entries. */
const recorded = async (id: string) =>
  (await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'))).filter((key) =>
    key.startsWith(`erasures/consent/${id}/`),
  );

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
      // By these words of the audit the operator finds what an editor has to enter again.
      const { items } = (await cloud.ask(`/v1/staff/audit?item=${artworkId}`)).body;
      expect(items[0]).toMatchObject({ action: 'artwork.updated', createdBy: { id: 'sergi' } });
    },
  );

  it('does not come back where it was taken back from an entry that nobody could see', async () => {
    const { id, artworkId } = await shown('Aysel Gorunmezova');
    await cloud.changeArtwork(id, artworkId, { status: 'withdrawn' });
    await cloud.published();
    const before = await desk.items();
    await cloud.changeArtwork(id, artworkId, { artist: { consent: { image: false } } });
    await cloud.published();
    await restoreTable(desk, before);
    await nextHour(cloud);
    expect((await entry(id, artworkId)).body.artist.consent.image).toBe(false);
  });

  it('does not come back because something else of the entry was corrected since', async () => {
    const { id, artworkId, other } = await shown('Aysel Duzelisova');
    const before = await desk.items();
    await cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'none' } } });
    await cloud.published();
    await restoreTable(desk, before);
    const corrected = { translations: { az: { title: 'Düzgün ad' } }, artist: { ageAtEntry: 10 } };
    expect((await cloud.changeArtwork(id, artworkId, corrected)).status).toBe(200);
    await nextHour(cloud);
    await cloud.published();
    expect(await cloud.shown(id)).toEqual([other]);
    expect(await publicly('Duzelisova')).toEqual([]);
  });

  it('is recorded once its record can be written, and nothing else is', async () => {
    const { id, artworkId } = await shown('Aysel Yazilmazova');
    await cloud.changeArtwork(id, artworkId, { translations: { az: { title: 'Başqa ad' } } });
    await cloud.changeArtwork(id, artworkId, { artist: { ageAtEntry: 10, consent: { school: true } } });
    await cloud.published();
    expect(await recorded(id)).toEqual([]);
    const remove = cloud.inject({
      match: ({ action, resources }) => action === 's3:PutObject' && /erasures.consent/.test(resources.join()),
      respond: 'deny',
    });
    await cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'none' } } });
    await cloud.published().catch(() => {});
    expect(await recorded(id)).toEqual([]);
    remove();
    cloud.clock.set(600_000);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await recorded(id)).toHaveLength(1);
  });

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
