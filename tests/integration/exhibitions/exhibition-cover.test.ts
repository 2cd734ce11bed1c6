import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { photographsOn, urlOf } from '../../support/photographs.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

const { prepared, patch, answer, card, withdrawConsent } = photographsOn(() => cloud);

describe('the cover of an exhibition', () => {
  it('is the artwork or the photograph that was chosen, wherever one stands for it', async () => {
    const uploads = [await cloud.copiedUpload(), await cloud.copiedUpload()];
    const { id, artworks } = await prepared(uploads, { artworks: 3, cover: { uploadId: uploads[1] } });
    await cloud.act(id, 'publish');
    const first = await answer(id);
    expect(urlOf(first.cover)).toBe(urlOf(first.pictures[1]));
    expect(first.cover).not.toHaveProperty('artworkId');
    expect(urlOf((await card(id)).picture)).toBe(urlOf(first.pictures[1]));

    expect((await patch(id, { cover: { artworkId: artworks[2] } })).body.cover).toEqual({ artworkId: artworks[2] });
    await cloud.act(id, 'publish');
    const second = await answer(id);
    expect(second.cover).toMatchObject({ artworkId: artworks[2] });
    expect(urlOf(second.cover)).toBe(urlOf(second.artworks[2].image));
    expect(urlOf((await card(id)).picture)).toBe(urlOf(second.artworks[2].image));
    const manifest = (await (await cloud.fetch(`${cloud.apiUrl}/v1/exhibitions/${id}/manifest`)).json()) as {
      thumbnail: { id: string }[];
    };
    expect(manifest.thumbnail[0]?.id.split('/').at(-2)).toBe(urlOf(second.cover)?.split('/').at(-2));

    await patch(id, { cover: null });
    await cloud.act(id, 'publish');
    expect((await answer(id)).cover.artworkId).toBe(artworks[0]);
  });

  it('is refused where it is not selected, is no photograph of it, or is both', async () => {
    const upload = await cloud.copiedUpload();
    const { id, artworks } = await prepared([upload], { artworks: 2 });
    const other = await cloud.enter(id);
    await patch(id, { cover: { artworkId: other } });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['cover.artworkId coverNotSelected']);
    await patch(id, { cover: { uploadId: await cloud.copiedUpload() } });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['cover.uploadId coverNotAmongPictures']);
    expect(faults(await patch(id, { cover: { artworkId: artworks[0], uploadId: upload } }))).toEqual([
      'cover.uploadId notBeside',
    ]);
  });

  it('gives way to the next picture where consent to it is taken back', async () => {
    const uploads = [await cloud.copiedUpload()];
    const { id, artworks } = await prepared(uploads, { artworks: 2 });
    await patch(id, { cover: { artworkId: artworks[1] } });
    await cloud.act(id, 'publish');
    const coverNow = async () => [(await answer(id)).cover, (await card(id)).picture];
    await withdrawConsent({ id, artworkId: artworks[1] ?? '' });
    const [one, other] = await coverNow();
    expect(one.artworkId).toBe(artworks[0]);
    expect(urlOf(other)).toBe(urlOf(one));
    await withdrawConsent({ id, artworkId: artworks[0] ?? '' });
    const [photograph, its] = await coverNow();
    expect(photograph).not.toHaveProperty('artworkId');
    expect(urlOf(its)).toBe(urlOf((await answer(id)).pictures[0]));
  });
});
