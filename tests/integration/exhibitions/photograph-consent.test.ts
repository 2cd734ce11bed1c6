import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { photographsOn, urlOf } from '../../support/photographs.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const isCopy = ({ action, function: name }: AwsCall) => action === 's3:CopyObject' && name.includes('Publisher');

const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

const { prepared, patch, answer, shown, statusOf, artworkOf, sharedUpload, withdrawConsent } = photographsOn(
  () => cloud,
);

describe('consent to a picture that is a photograph of an exhibition', () => {
  afterEach(() => cloud.clock.set(0));

  it('lets it be shown, and takes it away at once, with its files', async () => {
    const upload = await sharedUpload();
    const artwork = await artworkOf(upload);
    const { id } = await prepared([await cloud.copiedUpload(), upload], { cover: { uploadId: upload } });
    await cloud.act(id, 'publish');
    const url = urlOf((await answer(id)).pictures[1]);
    const changed = await withdrawConsent(artwork);
    expect(changed.body.removedFrom).toEqual([{ kind: 'exhibition', id, field: 'pictures' }]);
    expect(await shown(id)).toEqual(['Zal 0']);
    expect((await answer(id)).cover).toHaveProperty('artworkId');
    await cloud.published();
    expect(await statusOf(url)).toBe(404);
    const { items } = (await cloud.ask(`/v1/staff/audit?item=${id}&limit=1`)).body;
    expect(items).toMatchObject([{ action: 'picture.removed' }]);
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['pictures.1.uploadId pictureOfEntry']);
  });

  it('takes it away where it is shown beside the work itself', async () => {
    const upload = await sharedUpload();
    const { id, artworks } = await prepared([upload], { artworks: 1 });
    const artworkId = await cloud.enter(id, { uploadId: upload });
    await cloud.act(id, 'selection', { artworkIds: [...artworks, artworkId] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect(await shown(id)).toHaveLength(1);
    expect((await withdrawConsent({ id, artworkId })).status).toBe(200);
    expect(await shown(id)).toEqual([]);
    expect(await cloud.shown(id)).toEqual(artworks);
  });

  it('ends at its time', async () => {
    const upload = await sharedUpload();
    await artworkOf(upload, { expiresOn: '2031-03-25' });
    const { id } = await prepared([upload]);
    await cloud.act(id, 'publish');
    const url = urlOf((await answer(id)).pictures[0]);
    const end = Date.UTC(2031, 2, 25, 20);
    cloud.clock.set(end - Date.now() - 3000);
    expect(await shown(id)).toHaveLength(1);
    cloud.clock.set(end - Date.now() + 1);
    expect(await shown(id)).toEqual([]);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await statusOf(url)).toBe(404);
  });

  it.each(['photograph', 'artwork'] as const)(
    'ends at its time in every list that shows the %s as a cover',
    async (kind) => {
      const upload = await sharedUpload();
      const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      const end = Date.parse(`${last}T20:00:00Z`);
      const [campaign, tag] = [`cover-${kind}`, kind === 'artwork' ? 'mavi' : 'yaşıl'];
      const { id, artworks } = await prepared(kind === 'photograph' ? [upload] : [], {
        ...{ artworks: 1, campaign, closesOn: '2098-12-31' },
        translations: { az: { title: `Örtük ${tag}`, description: 'Mətn' } },
      });
      const artworkId = await cloud.enter(kind === 'photograph' ? await cloud.exhibition() : id, {
        ...{ uploadId: upload, artist: child('Aysel Hüseynova', { expiresOn: last }) },
        translations: { az: { title: `Əsər ${tag}`, alt: 'Ev' } },
      });
      if (kind === 'artwork') await cloud.act(id, 'selection', { artworkIds: [artworkId, ...artworks] });
      await patch(id, { cover: kind === 'photograph' ? { uploadId: upload } : { artworkId } });
      const { slug } = (await cloud.act(id, 'publish')).body.translations.az;
      await cloud.followed('Follower');
      const media =
        String(urlOf((await answer(id)).cover))
          .split('/')
          .at(-2) ?? '-';
      const index = await (await cloud.fetch(`${cloud.url}/sitemap.xml`)).text();
      const formats = ['', '.rss', '.atom', '.json'].map((format) => `/v1/feed${format}?campaign=${campaign}`);
      const paths = [
        ...[...formats, '/v1/exhibitions', `/v1/exhibitions/${id}`, `/v1/calendar?campaign=${campaign}`],
        ...[`/v1/search?q=örtük ${tag}`, '/v1/iiif/collection', '/az', '/az/exhibitions', `/az?campaign=${campaign}`],
        ...['/az/calendar', `/az/search?q=örtük ${tag}`, `/az/exhibitions/${slug}`],
        ...(kind === 'artwork' ? [`/v1/search?q=əsər ${tag}`, `/v1/exhibitions/${id}/manifest`] : []),
      ];
      const sitemaps = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
      const showing = async () => {
        cloud.clock.ageCaches();
        const all = [...paths, ...sitemaps];
        const texts = await Promise.all(all.map(async (path) => (await cloud.fetch(`${cloud.apiUrl}${path}`)).text()));
        return all.filter((_, n) => texts[n]?.includes(media));
      };
      cloud.clock.set(end - Date.now() - 5000);
      const shownIn = await showing();
      expect(shownIn.slice(0, paths.length)).toEqual(paths);
      expect(shownIn.length).toBeGreaterThan(paths.length);
      cloud.clock.set(end - Date.now() + 1);
      expect(await showing()).toEqual([]);
    },
  );

  it('is asked again where it is taken back while the photograph is published', async () => {
    const upload = await sharedUpload();
    const artwork = await artworkOf(upload);
    const { id } = await prepared([upload], { artworks: 1 });
    const before = (await cloud.media()).length;
    const stop = cloud.inject({ match: isCopy, respond: 700 });
    const from = cloud.calls.length;
    const publishing = cloud.act(id, 'publish');
    while (!cloud.calls.slice(from).some(isCopy)) await pause(20);
    expect((await withdrawConsent(artwork)).status).toBe(200);
    stop();
    expect(faults(await publishing)).toEqual(['pictures.0.uploadId pictureOfEntry']);
    await cloud.published();
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(404);
    expect((await cloud.media()).length).toBe(before);
  });

  it('is never overtaken, whenever it is taken back', async () => {
    for (const delay of [0, 30, 80, 150, 250, 400]) {
      const upload = await sharedUpload();
      const artwork = await artworkOf(upload);
      const { id } = await prepared([upload], { artworks: 1 });
      const publishing = cloud.act(id, 'publish');
      await pause(delay);
      expect((await withdrawConsent(artwork)).status).toBe(200);
      await publishing;
      await cloud.published();
      expect((await shown(id)) ?? [], `after ${delay} ms`).toEqual([]);
    }
  });
});
