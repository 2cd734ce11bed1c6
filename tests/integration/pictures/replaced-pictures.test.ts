import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

describe('an entry whose picture was replaced often', () => {
  let exhibitionId: string;
  let artworkId: string;
  /** The uploads that it had before, and two that events show by now. */
  let former: string[];
  let [shown, late]: [eventId: string, eventId: string] = ['', ''];

  /** Enters it, with so many pictures one after the other before that which it has. */
  const begin = async (length: number) => {
    former = await Promise.all(Array.from({ length }, () => cloud.copiedUpload()));
    [shown, late] = [await cloud.draft(withCover(former[7] ?? '')), await cloud.draft(withCover(former[8] ?? ''))];
    exhibitionId = await cloud.exhibition();
    artworkId = await cloud.enter(exhibitionId, { uploadId: former[0] });
    for (const uploadId of [...former.slice(1), await cloud.copiedUpload()])
      expect((await cloud.changeArtwork(exhibitionId, artworkId, { uploadId })).status).toBe(200);
    expect((await cloud.publish(shown)).status).toBe(200);
  };

  const withdraw = () => cloud.changeArtwork(exhibitionId, artworkId, { artist: { consent: null } });
  const picturesOf = async (eventId: string) => (await cloud.ask(`/v1/events/${eventId}`)).body.pictures;
  const itemsWith = async (key: string) =>
    (await cloud.items('DeskTable')).filter((item) => item.includes(`"sk":"${key}`) && item.includes(exhibitionId));

  it('loses its consent all the same, and all of them leave the public and stay out of it', async () => {
    await begin(50);
    expect(await picturesOf(shown)).toHaveLength(1);
    const { status, body } = await withdraw();
    expect([status, body.removedFrom]).toMatchObject([200, [{ kind: 'event', id: shown }]]);
    expect(await picturesOf(shown)).toEqual([]);
    const refused = await cloud.publish(late);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'pictures.0.uploadId']);
    expect(await itemsWith('UNSETTLED#')).toEqual([]);
  });

  it('loses it while one of them is being published: that reads the consent again', async () => {
    // More than are written in one transaction.
    await begin(12);
    let withdrawal: ReturnType<typeof withdraw> | undefined;
    const remove = cloud.inject({
      // The publication has read the consent, and says next that it shows the picture.
      match: ({ action, body }) => {
        if (action !== 'dynamodb:TransactWriteItems' || withdrawal) return false;
        if (!JSON.stringify(body).includes(`SHOWN-IN#event#${late}`)) return false;
        withdrawal = withdraw();
        return true;
      },
      respond: 2500,
    });
    const publication = await cloud.publish(late);
    remove();
    expect((await withdrawal)?.status).toBe(200);
    expect([publication.status, publication.body.errors?.[0].path]).toEqual([400, 'pictures.0.uploadId']);
    expect((await cloud.ask(`/v1/events/${late}`)).status).toBe(404);
  });

  it('loses it where the worker dies right after that: the publisher looks after the others', async () => {
    await begin(12);
    const remove = cloud.inject({
      match: ({ action, body }) => action === 'dynamodb:UpdateItem' && JSON.stringify(body).includes('PICTURE#'),
      respond: 'deny',
    });
    expect((await withdraw()).status).toBe(200);
    remove();
    expect((await itemsWith('UNSETTLED#')).length).toBeGreaterThan(0);
    cloud.clock.set(2 * 60_000);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await itemsWith('UNSETTLED#')).toEqual([]);
    expect(await picturesOf(shown)).toEqual([]);
  });

  it('is erased with all of them, and none of their bytes may come back', async () => {
    await begin(50);
    const { sha256 } = (await cloud.ask(`/v1/staff/uploads/${former[20]}`)).body;
    const erase = () => cloud.ask(`/v1/staff/exhibitions/${exhibitionId}/artworks/${artworkId}`, { method: 'DELETE' });
    expect((await erase()).status).toBe(200);
    expect(await picturesOf(shown)).toEqual([]);
    expect(await itemsWith('HELD-BY#')).toEqual([]);
    const request = { fileName: 'a.png', contentType: 'image/png', contentLength: 10, sha256 };
    expect((await cloud.ask('/v1/staff/uploads', { body: request })).status).toBe(409);
  });
});
