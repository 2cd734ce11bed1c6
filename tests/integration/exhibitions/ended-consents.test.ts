import { afterAll, beforeAll, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const hour = 3_600_000;
const day = 24 * hour;
const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10);

/** Until all days that are tomorrow somewhere are over. */
const afterTomorrow = Date.parse(tomorrow) + 2 * day - Date.now();

/** A public exhibition of works with consents that end so, in its order. */
const published = async (...ends: readonly string[]): Promise<{ id: string; works: string[] }> => {
  const id = await cloud.exhibition();
  const works: string[] = [];
  for (const expiresOn of ends) works.push(await cloud.enter(id, { artist: child('Aysel Hüseynova', { expiresOn }) }));
  await cloud.act(id, 'selection', { artworkIds: works });
  expect(await cloud.act(id, 'publish')).toMatchObject({ status: 200 });
  await cloud.published();
  return { id, works };
};

it('a page of works begins where the one before has ended, also where a consent has ended between them', async () => {
  cloud.clock.set(0);
  const { id, works } = await published('2099-12-31', tomorrow, '2099-12-31', '2099-12-31');
  const path = `/v1/exhibitions/${id}/artworks?limit=2`;
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map((one) => one.id);
  const { body: first } = await cloud.ask(path);
  expect(idsOf(first)).toEqual(works.slice(0, 2));
  cloud.clock.set(afterTomorrow);
  const { body: second } = await cloud.ask(`${path}&cursor=${encodeURIComponent(first.nextCursor)}`);
  expect(idsOf(second)).toEqual(works.slice(2));
  expect((await cloud.ask(`/v1/exhibitions/${id}`)).body.artworkCount).toBe(3);
});

it('an exhibition whose works have all left has no manifest, and is in no collection of manifests', async () => {
  cloud.clock.set(0);
  const { id } = await published(tomorrow);
  const manifest = () => cloud.ask(`/v1/exhibitions/${id}/manifest`);
  expect((await manifest()).body.items).toHaveLength(1);
  cloud.clock.set(afterTomorrow);
  expect(await manifest()).toMatchObject({ status: 404, body: { code: 'manifestWithoutArtworks' } });
  await cloud.trigger('EveryMinute');
  await cloud.published();
  expect((await cloud.ask(`/v1/exhibitions/${id}`)).body.artworkCount).toBe(0);
  expect((await manifest()).status).toBe(404);
  const { items } = (await cloud.ask('/v1/iiif/collection')).body;
  expect(JSON.stringify(items)).not.toContain(id);
});
