import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

describe('consent that is taken back', () => {
  const selected = async (): Promise<{ id: string; artworks: string[] }> => {
    const id = await cloud.exhibition();
    const artworks = await cloud.enterMany(id, 3);
    expect((await cloud.act(id, 'selection', { artworkIds: artworks })).status).toBe(200);
    return { id, artworks };
  };

  const ways: readonly (readonly [string, object])[] = [
    ['in whole', { artist: { consent: null } }],
    ['for the picture', { artist: { consent: { image: false } } }],
    ['with the entry', { status: 'withdrawn' }],
  ];

  it.each(ways)('takes the work out of the selection, %s, so that the others can be published', async (_, change) => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    const { status, body } = await cloud.changeArtwork(id, first, change);
    expect([status, body.removedFrom]).toEqual([200, [{ kind: 'exhibition', id, field: 'selection' }]]);
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${first}`);
    expect(audit.items[0].places).toEqual(body.removedFrom);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect(await cloud.shown(id)).toEqual(rest);
  });

  it('says that the work has left the exhibition as well, where that is public', async () => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    await cloud.act(id, 'publish');
    const places = [
      { kind: 'exhibition', id, field: 'artworks' },
      { kind: 'exhibition', id, field: 'selection' },
    ];
    expect((await cloud.changeArtwork(id, first, { artist: { consent: null } })).body.removedFrom).toEqual(places);
    expect(await cloud.shown(id)).toEqual(rest);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    // Given again it is not selected by itself.
    await cloud.changeArtwork(id, first, { artist: child('Aysel Hüseynova') });
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
  });

  it('leaves the selection alone where less of a name is shown, or another work is meant', async () => {
    const { id, artworks } = await selected();
    const other = await cloud.enter(id);
    expect((await cloud.changeArtwork(id, other, { artist: { consent: null } })).body.removedFrom).toBe(undefined);
    await cloud.changeArtwork(id, artworks[0] ?? '', { artist: { consent: { name: 'none' } } });
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(artworks);
  });

  it('leaves the selection too where its last day is over', async () => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await cloud.changeArtwork(id, first, { artist: { consent: { expiresOn: last } } });
    await cloud.act(id, 'publish');
    cloud.clock.set(Date.parse(`${last}T20:00:01Z`) - Date.now());
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${first}`);
    expect(audit.items[0]).toMatchObject({
      action: 'artwork.expired',
      places: [
        { kind: 'exhibition', id, field: 'artworks' },
        { kind: 'exhibition', id, field: 'selection' },
      ],
    });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    cloud.clock.set(0);
  });
});
