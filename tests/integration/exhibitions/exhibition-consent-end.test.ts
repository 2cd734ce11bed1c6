import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found, publicAnswers } from '../../support/entries/secrets.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

describe('consent that ends', () => {
  afterEach(() => cloud.clock.set(0));

  it('takes the artwork out of public at the end of its last day, and its files within a minute', async () => {
    const id = await cloud.exhibition({ campaign: 'ends' });
    // The day after tomorrow, in Baku (UTC+4).
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const end = Date.parse(`${last}T20:00:00Z`);
    const ending = await enterSecret(cloud, id, { word: 'xendsx', form: 'full' });
    const staying = await cloud.enter(id);
    await cloud.changeArtwork(id, ending.artworkId, { artist: { consent: { expiresOn: last } } });
    expect((await cloud.act(id, 'selection', { artworkIds: [ending.artworkId, staying] })).status).toBe(200);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const { body } = await cloud.ask(`/v1/exhibitions/${id}`);
    const file = body.artworks[0].image.renditions[0].url;

    cloud.clock.set(end - Date.now() - 3000);
    expect(await cloud.shown(id)).toEqual([ending.artworkId, staying]);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await cloud.shown(id)).toEqual([ending.artworkId, staying]);

    cloud.clock.set(end - Date.now() + 1);
    expect(await cloud.shown(id)).toEqual([staying]);
    const answers = await publicAnswers(cloud, id, [ending.artworkId]);
    const media = file.split('/').at(-2);
    expect(found(answers, [...Object.values(ending.secrets), media])).toEqual([]);
    expect((await cloud.fetch(file)).status).toBe(200);

    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.fetch(file)).status).toBe(404);
    expect(found(await cloud.media(), [media])).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), [ending.artworkId, ...Object.values(ending.secrets)])).toEqual([]);
    const { body: feed } = await cloud.ask('/v1/feed?campaign=ends');
    expect(feed.items[0].picture).toBeTruthy();
    expect(await cloud.shown(id)).toEqual([staying]);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${ending.artworkId}`);
    expect(audit.items[0]).toMatchObject({ action: 'artwork.expired', createdBy: { id: 'sergi' } });
    // Nothing is due any more but the consent of the other.
    const due = (await cloud.items('DeskTable')).filter((item) => item.includes('"DUE"') && item.includes(id));
    expect(due).toEqual([expect.stringContaining('2099-12-31T20:00:00.000Z')]);
  });

  it('takes as many artworks out at once as a transaction has room for', async () => {
    const id = await cloud.exhibition({ campaign: 'many-end' });
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const artist = child('Xçoxx Hüseynova', { expiresOn: last, name: 'full' });
    const ending: string[] = [];
    for (let n = 0; n < 17; n += 1) ending.push(await cloud.enter(id, { artist }));
    const staying = await cloud.enter(id);
    expect((await cloud.act(id, 'selection', { artworkIds: [...ending, staying] })).status).toBe(200);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const before = cloud.calls.length;
    cloud.clock.set(Date.parse(`${last}T20:00:00Z`) - Date.now() + 1);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(found(await cloud.items('ShowcaseTable'), [...ending, 'Xçoxx'])).toEqual([]);
    expect(await cloud.shown(id)).toEqual([staying]);
    const sizes = cloud.calls
      .slice(before)
      .filter(({ action }) => action === 'dynamodb:TransactWriteItems')
      .map(({ body }) => (body as { TransactItems: unknown[] }).TransactItems.length);
    expect(Math.max(...sizes)).toBeGreaterThan(50);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });
});
