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

  it('a line of an archive is refused alike', async () => {
    const line = { externalId: 'blind-1', publishedAt: '2022-11-18', category: 'events', campaign: 'blind-names' };
    const { body } = await cloud.importArchive([{ ...line, translations: naming }]);
    expect(body.refused).toMatchObject([{ errors: [{ path: 'translations.az.body', code: 'mayNameHidden' }] }]);
    expectHidden(body);
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
