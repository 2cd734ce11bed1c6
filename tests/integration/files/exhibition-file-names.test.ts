import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { readyDocument } from '../../support/files/send-document.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const ready = (text?: string, type?: 'pdf' | 'docx') => readyDocument(cloud, text, type);
const file = (uploadId: string, title: object = { az: 'Sərginin kataloqu' }) => ({ uploadId, title });
const path = (id: string) => `/v1/staff/exhibitions/${id}`;
const patch = async (id: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
  const { version } = (await cloud.ask(path(id))).body;
  return cloud.ask(path(id), { method: 'PATCH', version, body, as });
};
const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map((error) => `${error.path} ${error.code}`);

/** An exhibition with one selected artwork. */
const prepared = async (content: object, artist: object = {}) => {
  const id = await cloud.exhibition(content);
  const artworkId = await cloud.enter(id, artist);
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  return { id, artworkId };
};

describe('a file of an exhibition that names somebody whose name is withheld', () => {
  it('is refused by its text and by its title', async () => {
    const { id } = await prepared(
      { files: [file(await ready('Winner: Aysel Mammadova'), { az: 'Aysel Mammadovanın diplomu' })] },
      { artist: child('Aysel Mammadova', { name: 'none' }) },
    );
    expect(faults(await cloud.act(id, 'publish'))).toEqual([
      'files.0.title.az namesWithheld',
      'files.0.text namesWithheld',
    ]);
    const { items } = (await cloud.ask(`${path(id)}/mentions`)).body;
    expect(items.map(({ place }: { place: object }) => place)).toContainEqual({
      ...{ kind: 'exhibition', id, field: 'files.0.text' },
    });
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(404);
  });

  it('is listed for attention when consent is narrowed, and is not published again as it is', async () => {
    const { id, artworkId } = await prepared(
      { files: [file(await ready('Winner: Nigar Aliyeva', 'docx'))] },
      { artist: child('Nigar Aliyeva', { name: 'full' }) },
    );
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const artist = child('Nigar Aliyeva', { name: 'none' });
    expect((await cloud.changeArtwork(id, artworkId, { artist })).status).toBe(200);
    await cloud.published();
    const listed = async () =>
      (await cloud.ask('/v1/staff/attention?limit=100')).body.items.filter(
        ({ place }: { place: { id: string } }) => place.id === id,
      );
    expect(await listed()).toMatchObject([{ place: { kind: 'exhibition', id, field: 'files.0.text' }, artworkId }]);
    expect(faults(await cloud.act(id, 'publish'))).toContain('files.0.text namesWithheld');
    await patch(id, { files: [] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    expect(await listed()).toEqual([]);
  });

  it('is not published where consent is narrowed meanwhile', async () => {
    for (const delay of [0, 40, 120, 250, 400]) {
      const { id, artworkId } = await prepared(
        { files: [file(await ready(`Winner: Nigar Aliyeva ${delay}`))] },
        { artist: child('Nigar Aliyeva', { name: 'full' }) },
      );
      const publishing = cloud.act(id, 'publish');
      await pause(delay);
      const artist = child('Nigar Aliyeva', { name: 'none' });
      const narrowed = await cloud.changeArtwork(id, artworkId, { artist });
      expect(narrowed.status).toBe(200);
      await publishing;
      await cloud.published();
      const { status } = await cloud.ask(`/v1/exhibitions/${id}`);
      const { items } = (await cloud.ask('/v1/staff/attention?limit=100')).body;
      const isListed = items.some(({ place }: { place: { id: string; field: string } }) => place.id === id);
      // Either nothing is public, or an editor is told.
      expect(status === 404 || isListed, `after ${delay} ms`).toBe(true);
    }
  });
});
