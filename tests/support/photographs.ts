import { expect } from 'vitest';
import { child, type ExhibitionCloud, picture } from './cloud/exhibition-cloud.ts';

export const urlOf = (shownPicture: { renditions: { url: string }[] } | undefined) => shownPicture?.renditions[0]?.url;

/** What tests of pictures of exhibitions do on a cloud, which is there once they begin. */
export const photographsOn = (cloud: () => ExhibitionCloud) => {
  /** An exhibition with photographs that could be published, and its selected artworks. */
  const prepared = async (
    uploads: readonly string[],
    { artworks = 2, ...content }: { readonly artworks?: number; readonly [field: string]: unknown } = {},
  ) => {
    const pictures = uploads.map((uploadId, n) => ({ uploadId, alt: { az: `Zal ${n}` } }));
    const id = await cloud().exhibition({ pictures, ...content });
    const ids: string[] = [];
    for (let n = 0; n < artworks; n += 1) ids.push(await cloud().enter(id));
    expect((await cloud().act(id, 'selection', { artworkIds: ids })).status).toBe(200);
    return { id, artworks: ids };
  };

  const patch = async (id: string, body: object) => {
    const { version } = (await cloud().ask(`/v1/staff/exhibitions/${id}`)).body;
    return cloud().ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body });
  };

  const answer = async (id: string) => (await cloud().ask(`/v1/exhibitions/${id}`)).body;

  /** What the public sees as the photographs, by their texts. */
  const shown = async (id: string): Promise<string[] | undefined> =>
    (await answer(id)).pictures?.map((one: { alt: string }) => one.alt);

  const card = async (id: string) =>
    (await cloud().ask('/v1/exhibitions?limit=50')).body.items.find((one: { id: string }) => one.id === id);

  const statusOf = async (url: string | undefined) => (await cloud().fetch(url ?? '')).status;

  /** An artwork in an exhibition of its own, whose image is an upload. */
  const artworkOf = async (uploadId: string, over: object = {}) => {
    const id = await cloud().exhibition();
    const artworkId = await cloud().enter(id, { uploadId, artist: child('Aysel Hüseynova', over) });
    return { id, artworkId };
  };

  /** Two uploads of the same bytes are one upload: an artwork's and a photograph's. */
  const sharedUpload = async () => cloud().uploadFile(await picture());

  const withdrawConsent = (of: { id: string; artworkId: string }) =>
    cloud().changeArtwork(of.id, of.artworkId, { artist: { consent: null } });
  return { prepared, patch, answer, shown, card, statusOf, artworkOf, sharedUpload, withdrawConsent };
};
