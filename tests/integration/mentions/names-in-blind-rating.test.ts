import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let id: string;
let artworkId: string;

const name = 'Aysel Gizlinova';

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  id = await cloud.exhibition({ blindRating: true, campaign: 'blind-names' });
  artworkId = await cloud.enter(id, { artist: child(name, { name: 'none' }), entryNumber: 4711 });
  expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
});
afterAll(() => cloud.end());

const naming = { az: { title: 'Mükafat', body: `${name} və anası Rəna Quliyeva` } };
const draftOf = (content: object) => cloud.draft({ translations: naming, ...content });

const expectHidden = (answer: unknown): void => {
  const said = JSON.stringify(answer);
  expect(said).not.toContain(artworkId);
  expect(said).not.toContain('4711');
};

describe('while entries are rated blind', () => {
  it.each([
    ['an event that names the exhibition', () => draftOf({ exhibitionId: id })],
    ['an event of its campaign', () => draftOf({ campaign: 'blind-names' })],
    [
      'a page',
      async () => (await cloud.ask('/v1/staff/events', { body: { kind: 'page', translations: naming } })).body.id,
    ],
  ])('%s is refused for whom it may name, and says nobody which entry that is', async (_, make) => {
    const draft = await make();
    const path = `/v1/staff/events/${draft}`;
    for (const as of ['editor', 'admin'] as const) {
      const { status, body } = await cloud.ask(`${path}/mentions`, { as });
      expect([status, body.items]).toEqual([200, []]);
      const check = (await cloud.ask(`${path}/publication-check`, { as })).body;
      expect(check.errors).toContainEqual(
        expect.objectContaining({ path: 'translations.az.body', code: 'mayNameHidden' }),
      );
      expectHidden(check);
      const refused = await cloud.publish(draft);
      expect([refused.status, refused.body.errors]).toMatchObject([
        400,
        [{ path: 'translations.az.body', code: 'mayNameHidden' }],
      ]);
      expectHidden(refused.body);
    }
  });

  it('a text that the public reads as it is keeps no other change of it waiting', async () => {
    const before = await cloud.exhibition({ blindRating: true, campaign: 'blind-later' });
    const other = await cloud.exhibition({ blindRating: true });
    const texts = { az: { title: 'Mükafat', body: 'Aysel Sabirova və anası' } };
    const page = (await cloud.ask('/v1/staff/events', { body: { kind: 'page', translations: texts } })).body.id;
    const event = await cloud.draft({ campaign: 'blind-later', translations: texts });
    for (const one of [page, event]) expect((await cloud.publish(one)).status).toBe(200);
    for (const one of [before, other]) {
      await cloud.enter(one, { artist: child('Aysel Sabirova', { name: 'none' }) });
      expect((await cloud.act(one, 'status', { status: 'selection' })).status).toBe(200);
    }
    const change = async (draft: string, body: object) => {
      const { version } = (await cloud.ask(`/v1/staff/events/${draft}`)).body;
      expect((await cloud.ask(`/v1/staff/events/${draft}`, { method: 'PATCH', version, body })).status).toBe(200);
      return cloud.publish(draft);
    };
    const hidden = [400, [{ path: 'translations.az.body', code: 'mayNameHidden' }]];
    for (const one of [page, event]) {
      expect((await change(one, { translations: { az: { title: 'Mükafatlar' } } })).status).toBe(200);
      const refused = await change(one, { translations: { az: { body: 'Aysel Sabirova qalibdir' } } });
      expect([refused.status, refused.body.errors]).toMatchObject(hidden);
      expect((await change(one, { translations: { az: { body: texts.az.body } } })).status).toBe(200);
    }
    // Beside another exhibition the same words say more.
    const refused = await change(event, { exhibitionId: other });
    expect([refused.status, refused.body.errors]).toMatchObject(hidden);
  });

  it.each([
    ['has ended', { unpublishAt: 3_600_000 }, 2 * 3_600_000],
    ['is planned', { publishAt: 3_600_000 }, 0],
  ])('a text of a publication that %s stands nowhere, and is refused like a new one', async (_, times, later) => {
    const texts = { az: { title: 'Mükafat', body: 'Aysel Vaxtova və anası' } };
    const event = await cloud.draft({ campaign: `times-${later}`, translations: texts });
    const at = Object.entries(times).map(([name, ms]) => [name, new Date(Date.now() + ms).toISOString()]);
    expect((await cloud.publish(event, Object.fromEntries(at))).status).toBe(200);
    const blind = await cloud.exhibition({ blindRating: true, campaign: `times-${later}` });
    await cloud.enter(blind, { artist: child('Aysel Vaxtova', { name: 'none' }) });
    expect((await cloud.act(blind, 'status', { status: 'selection' })).status).toBe(200);
    cloud.clock.set(later);
    const { status, body } = await cloud.publish(event);
    cloud.clock.set(0);
    expect(status).toBe(400);
    expect(body.errors).toContainEqual(
      expect.objectContaining({ path: 'translations.az.body', code: 'mayNameHidden' }),
    );
  });

  it('the list of what needs attention says of no entry that it is named, or names', async () => {
    const blind = await cloud.exhibition({ blindRating: true });
    const artist = child('Aysel Silentova', { name: 'full' });
    const entry = await cloud.enter(blind, { artist, translations: { az: { title: 'Aysel Silentova' } } });
    const draft = await draftOf({ translations: { az: { title: 'Mükafat', body: 'Aysel Silentova' } } });
    expect((await cloud.act(blind, 'status', { status: 'selection' })).status).toBe(200);
    const path = `/v1/staff/exhibitions/${blind}/artworks/${entry}`;
    const body = { artist: { consent: { name: 'none' } } };
    const narrowed = await cloud.ask(path, { method: 'PATCH', version: 1, body });
    expect(narrowed.body.mentions).toMatchObject([
      { kind: 'artwork', id: entry },
      { kind: 'event', id: draft },
    ]);
    for (const as of ['editor', 'admin'] as const) {
      const { items } = (await cloud.ask('/v1/staff/attention?limit=100', { as })).body;
      expect(items).toMatchObject([{ place: { kind: 'event', id: draft }, cause: 'consent' }]);
      expect(JSON.stringify(items)).not.toContain(entry);
    }
  });

  it('a line of an archive is refused alike', async () => {
    const line = { externalId: 'blind-1', publishedAt: '2022-11-18', category: 'events', campaign: 'blind-names' };
    const { body } = await cloud.importArchive([{ ...line, translations: naming }]);
    expect(body.refused).toMatchObject([{ errors: [{ path: 'translations.az.body', code: 'mayNameHidden' }] }]);
    expectHidden(body);
  });

  it('a public exhibition and its artworks that name an artist keep no other change of it waiting', async () => {
    const described = { az: { title: 'Sərgi', description: 'Aysel Basqayeva qonaq idi' } };
    const shown = await cloud.exhibition({ translations: described });
    const work = await cloud.enter(shown, {
      translations: { az: { title: 'Aysel Basqayeva', alt: 'Portret' } },
      artist: { name: 'Rauf Daşdəmirov', isMinor: false },
    });
    expect((await cloud.act(shown, 'selection', { artworkIds: [work] })).status).toBe(200);
    expect((await cloud.act(shown, 'publish')).status).toBe(200);
    const blind = await cloud.exhibition({ blindRating: true });
    const entry = await cloud.enter(blind, { artist: child('Aysel Basqayeva', { name: 'full' }) });
    expect((await cloud.act(blind, 'status', { status: 'selection' })).status).toBe(200);
    const narrowed = { method: 'PATCH', version: 1, body: { artist: { consent: { name: 'none' } } } };
    expect((await cloud.ask(`/v1/staff/exhibitions/${blind}/artworks/${entry}`, narrowed)).status).toBe(200);
    await cloud.published();
    const { items } = (await cloud.ask('/v1/staff/attention?limit=100')).body;
    const places = items.map(({ place }: { place: { kind: string; id: string } }) => place);
    expect(places).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'exhibition', id: shown }),
        expect.objectContaining({ kind: 'artwork', id: work }),
      ]),
    );
    const path = `/v1/staff/exhibitions/${shown}`;
    const body = { translations: { az: { title: 'Başqa sərgi' } } };
    const { version } = (await cloud.ask(path)).body;
    expect((await cloud.ask(path, { method: 'PATCH', version, body })).status).toBe(200);
    expect((await cloud.act(shown, 'publish')).status).toBe(200);
  });

  it('editors confirm it once the artists are revealed', async () => {
    const draft = await draftOf({ exhibitionId: id });
    const { body: works } = await cloud.ask(`/v1/staff/juries/${id}/works`);
    expect((await cloud.act(id, 'selection', { numbers: [works.items[0].number] })).status).toBe(200);
    expect((await cloud.act(id, 'reveal')).status).toBe(200);
    const { items } = (await cloud.ask(`/v1/staff/events/${draft}/mentions`, { as: 'editor' })).body;
    expect(items).toContainEqual(expect.objectContaining({ artworkId, entryNumber: 4711, weight: 'confirm' }));
    expect((await cloud.publish(draft)).body.errors).toMatchObject([{ code: 'mayNameWithheld' }]);
  });
});
