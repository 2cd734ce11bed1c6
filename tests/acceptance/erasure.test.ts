import { describe, expect, it } from 'vitest';
import { ask, eventually, unique } from '../support/clients/client.ts';
import {
  complete,
  createExhibition,
  enter,
  enterComplete,
  exhibitionAct,
  readArtwork,
  readStaffExhibition,
} from '../support/clients/exhibition-client.ts';

describe('an artwork that is erased', () => {
  it('is gone from the public, from the staff and from the selection, and its number is free', async () => {
    const word = unique('erased');
    const { body } = await createExhibition(complete(`Silinən ${word}`));
    const { id } = body;
    const artworkIds = [await enterComplete(id, 'bir'), await enterComplete(id, 'iki')];
    await exhibitionAct(id, 'selection', { artworkIds });
    expect((await exhibitionAct(id, 'publish', {})).status).toBe(200);
    const before = await eventually(
      () => ask(`/v1/exhibitions/${id}`),
      (answer) => answer.status === 200,
    );
    const [gone = '', stays = ''] = artworkIds;
    const { uploadId } = (await readArtwork(id, gone)).body;
    const erase = (as: 'contributor' | 'editor') =>
      ask(`/v1/staff/exhibitions/${id}/artworks/${gone}`, { method: 'DELETE', as });
    expect((await erase('contributor')).status).toBe(403);
    expect(await erase('editor')).toMatchObject({ status: 200, body: { artworkId: gone, erased: true } });
    expect((await readArtwork(id, gone)).status).toBe(404);
    expect((await ask(`/v1/staff/uploads/${uploadId}`, { as: 'contributor' })).status).toBe(404);
    expect((await readStaffExhibition(id)).body.selection.artworkIds).toEqual([stays]);
    const { body: after } = await eventually(
      () => ask(`/v1/exhibitions/${id}`),
      (answer) => answer.body.artworks?.length === 1,
    );
    expect(after.artworks[0].id).toBe(stays);
    for (const { url } of before.body.artworks[0].image.renditions) {
      expect(
        (
          await eventually(
            () => ask(url),
            (one) => one.status === 404,
          )
        ).status,
      ).toBe(404);
    }
    const { body: audit } = await ask(`/v1/staff/audit?item=${gone}`, { as: 'admin' });
    expect(audit.items[0]).toMatchObject({ action: 'artwork.erased', item: gone });
    expect(JSON.stringify(audit)).not.toContain('Aysel');
    expect(await enter(id, { entryNumber: 1 }, 'editor')).toMatchObject({ status: 201, body: { entryNumber: 1 } });
  });
});
