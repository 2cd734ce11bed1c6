import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const alt = { az: 'Zal' };

const isCopy = ({ action, function: name }: AwsCall) => action === 's3:CopyObject' && name.includes('Publisher');

/** An exhibition with photographs that could be published, and its selected artworks. */
const prepared = async (
  uploads: readonly string[],
  { artworks = 2, ...content }: { readonly artworks?: number; readonly [field: string]: unknown } = {},
) => {
  const pictures = uploads.map((uploadId, n) => ({ uploadId, alt: { az: `Zal ${n}` } }));
  const id = await cloud.exhibition({ pictures, ...content });
  const ids: string[] = [];
  for (let n = 0; n < artworks; n += 1) ids.push(await cloud.enter(id));
  expect((await cloud.act(id, 'selection', { artworkIds: ids })).status).toBe(200);
  return { id, artworks: ids };
};

const patch = async (id: string, body: object) => {
  const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
  return cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body });
};

const answer = async (id: string) => (await cloud.ask(`/v1/exhibitions/${id}`)).body;

/** What the public sees as the photographs, by their texts. */
const shown = async (id: string): Promise<string[] | undefined> =>
  (await answer(id)).pictures?.map((one: { alt: string }) => one.alt);

const card = async (id: string) =>
  (await cloud.ask('/v1/exhibitions?limit=50')).body.items.find((one: { id: string }) => one.id === id);

const urlOf = (shownPicture: { renditions: { url: string }[] } | undefined) => shownPicture?.renditions[0]?.url;

const statusOf = async (url: string | undefined) => (await cloud.fetch(url ?? '')).status;

const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

/** An artwork in an exhibition of its own, whose image is an upload. */
const artworkOf = async (uploadId: string, over: object = {}) => {
  const id = await cloud.exhibition();
  const artworkId = await cloud.enter(id, { uploadId, artist: child('Aysel Hüseynova', over) });
  return { id, artworkId };
};

/** Two uploads of the same bytes are one upload: an artwork's and a photograph's. */
const sharedUpload = async () => cloud.uploadFile(await picture());

const withdrawConsent = (of: { id: string; artworkId: string }) =>
  cloud.changeArtwork(of.id, of.artworkId, { artist: { consent: null } });

describe('photographs of an exhibition', () => {
  it('are shown with their words, and their files are there as long as they are', async () => {
    const before = (await cloud.media()).length;
    const uploads = [await cloud.copiedUpload(), await cloud.copiedUpload(), await cloud.copiedUpload()];
    const words = { alt, caption: { az: 'Açılış günü' }, credit: 'R. Əliyev', focalPoint: { x: 0.5, y: 0.25 } };
    const pictures = uploads.map((uploadId) => ({ uploadId, ...words }));
    const { id } = await prepared([], { pictures });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const { pictures: found, cover, artworks } = await answer(id);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ ...words, alt: 'Zal', caption: 'Açılış günü' });
    expect(cover).toMatchObject({ artworkId: artworks[0].id, renditions: artworks[0].image.renditions });
    const html = await (await cloud.fetch(`${cloud.url}/az/exhibitions/${(await answer(id)).slug}`)).text();
    expect(html).toContain('Fotoşəkillər');
    expect(html.match(/Açılış günü/g)?.length).toBe(3);
    const manifest = await (await cloud.fetch(`${cloud.apiUrl}/v1/exhibitions/${id}/manifest`)).text();
    expect(manifest).not.toContain(String(urlOf(found[0])).split('/').at(-2));

    await patch(id, { pictures: pictures.slice(1) });
    expect(await shown(id)).toHaveLength(3);
    await cloud.act(id, 'publish');
    await cloud.published();
    const [kept] = (await answer(id)).pictures;
    expect(urlOf(kept)).toBe(urlOf(found[1]));
    expect([await statusOf(urlOf(found[0])), await statusOf(urlOf(kept))]).toEqual([404, 200]);

    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
  });

  it('are refused without an alternative text, twice, and where there is no such upload', async () => {
    const upload = await cloud.copiedUpload();
    const { id } = await prepared([]);
    const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const twice = [upload, upload, nobody].map((uploadId) => ({ uploadId, alt }));
    expect(faults(await patch(id, { pictures: twice }))).toEqual([
      'pictures.1.uploadId duplicate',
      'pictures.2.uploadId unknownUpload',
    ]);
    await patch(id, { pictures: [{ uploadId: upload }] });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['pictures.0.alt.az altRequired']);
  });

  it('are found by the consent to them after a rebuild, though the record of where they are shown was lost', async () => {
    const upload = await sharedUpload();
    const artwork = await artworkOf(upload);
    const { id } = await prepared([upload]);
    await cloud.act(id, 'publish');
    const desk = deskTable(cloud);
    const lose = async () => {
      for (const item of await desk.items())
        if (item.sk?.S?.startsWith(`SHOWN-IN#exhibition#${id}`)) await desk.remove(item);
    };
    await lose();
    await cloud.rebuild();
    expect(await shown(id)).toHaveLength(1);
    expect((await withdrawConsent(artwork)).status).toBe(200);
    expect(await shown(id)).toEqual([]);
  });

  it('count as uses of their uploads, for staff to see, and against erasing them', async () => {
    const upload = await sharedUpload();
    const { id } = await prepared([upload]);
    await cloud.act(id, 'publish');
    const usedBy = async () => {
      const { items } = (await cloud.ask('/v1/staff/uploads?limit=100')).body;
      return items.find((one: { uploadId: string }) => one.uploadId === upload).usedBy;
    };
    expect(await usedBy()).toEqual([{ kind: 'exhibition', id, field: 'pictures' }]);
    const erase = () => cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' });
    expect((await erase()).status).toBe(409);
    await patch(id, { pictures: [] });
    expect(await usedBy()).toEqual([{ kind: 'exhibition', id, field: 'pictures' }]);
    await cloud.act(id, 'publish');
    expect(await usedBy()).toEqual([]);
    expect((await erase()).status).toBe(200);
  });
});

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

describe('a publisher that dies while photographs are copied', () => {
  afterEach(() => cloud.clock.set(0));

  it('is followed by another one, who leaves no file behind', async () => {
    const { id } = await prepared([await cloud.copiedUpload(), await cloud.copiedUpload()], { artworks: 1 });
    const before = (await cloud.media()).length;
    let copies = 0;
    const stop = cloud.inject({
      match: (call) => {
        copies += isCopy(call) ? 1 : 0;
        if (isCopy(call) && copies === 6) {
          void cloud.crash('PublisherFunction');
          // The lease of the dead runs out.
          cloud.clock.set(120_000);
        }
        return false;
      },
      respond: 'error',
    });
    await cloud.act(id, 'publish');
    stop();
    expect(copies).toBeGreaterThan(5);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await shown(id)).toEqual(['Zal 0', 'Zal 1']);
    for (const one of (await answer(id)).pictures) expect(await statusOf(urlOf(one))).toBe(200);
    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
  });
});
