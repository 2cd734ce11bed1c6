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
afterEach(() => cloud.clock.set(0));

const isCopy = ({ action, function: name }: AwsCall) => action === 's3:CopyObject' && name.includes('Publisher');

/** An exhibition with a description, and an artwork that is selected. */
const withDescription = async (description: string, over: object = {}): Promise<string> => {
  const id = await cloud.exhibition({ translations: { az: { title: 'Sərgi', description } }, ...over });
  const artworkId = await cloud.enter(id);
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  return id;
};

const patch = async (id: string, body: object) => {
  const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
  return cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body });
};
const answer = async (id: string) => (await cloud.ask(`/v1/exhibitions/${id}`)).body;
const media = async () => (await cloud.media()).length;
const addressesIn = (html = '') => [...html.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, url = '']) => url);
const shown = async (id: string): Promise<string[]> => addressesIn((await answer(id)).description?.html);
const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

/** A picture that is an artwork of another exhibition too. */
const ofArtwork = async (consent: object = {}) => {
  const uploadId = await cloud.uploadFile(await picture());
  const id = await cloud.exhibition();
  const artworkId = await cloud.enter(id, { uploadId, artist: child('Aysel Hüseynova', consent) });
  return { uploadId, id, artworkId };
};
const withdrawConsent = (of: { id: string; artworkId: string }) =>
  cloud.changeArtwork(of.id, of.artworkId, { artist: { consent: null } });

describe('pictures in the text of an exhibition', () => {
  it('are shown in the answer, on the page and in feeds, as long as the text has them', async () => {
    const before = await media();
    const [first, second] = [await cloud.copiedImage(), await cloud.copiedImage()];
    const text = `# Bir\n\n![Zal](upload:${first} "Altyazı")\n\nİki ![kiçik](upload:${second}) söz`;
    const id = await withDescription(text, {
      pictures: [{ uploadId: first, alt: { az: 'Zal' }, credit: 'R. Əliyev' }],
    });
    const { status, body } = await cloud.act(id, 'publish');
    expect([status, body.warnings ?? []]).toEqual([200, []]);
    const { description, pictures, slug, ...rest } = await answer(id);
    expect(rest).not.toHaveProperty('textPictures');
    expect(JSON.stringify(description)).not.toMatch(/upload:/);
    expect(description.html).toMatch(
      /^<h1>Bir<\/h1>\n<figure><picture>.*alt="Zal".*<figcaption>Altyazı R. Əliyev<\/figcaption><\/figure>\n<p>İki <picture>.*alt="kiçik".*<\/picture> söz<\/p>$/,
    );
    const addresses = addressesIn(description.html);
    expect(addresses[0]).toBe(pictures[0].renditions[0].url.replace(/[^/]*$/, addresses[0]?.split('/').at(-1) ?? ''));
    for (const url of addresses) expect((await cloud.fetch(url)).status).toBe(200);
    expect(description.markdown).toContain(`![Zal](${addresses[0]} "Altyazı")`);
    const page = (await cloud.ask(`/az/exhibitions/${slug}`)).body;
    expect(page).toMatch(/<h2>Bir<\/h2>\n<figure><a class="zoom".*<img id="t1".*<figcaption>Altyazı <span/);
    expect(page).toContain('#t1{width:min(');
    const { items } = (await cloud.ask('/v1/feed?locale=az&fields=body')).body;
    expect(items.find((item: { id: string }) => item.id === id).body).toEqual(description);
    const rss = (await cloud.ask('/v1/feed.rss?locale=az')).body;
    expect(rss).toContain(addresses[1]);

    await cloud.rebuild();
    expect((await answer(id)).description).toEqual(description);

    await patch(id, { translations: { az: { description: `![Zal](upload:${first})` } } });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    expect(await shown(id)).toEqual(addresses.slice(0, 1));
    expect((await cloud.fetch(addresses[1] ?? '')).status).toBe(404);
    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect(await media()).toBe(before);
    expect((await cloud.items('DeskTable')).filter((item) => item.includes(`SHOWN-IN#exhibition#${id}`))).toEqual([]);
  });

  it('are refused without words, and where there are none; a language that stays keeps its own', async () => {
    const upload = await cloud.copiedImage();
    const id = await withDescription(`![](upload:${upload})`);
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['translations.az.description textPictureAlt']);
    const nobody = '![a](upload:01ARZ3NDEKTSV4RRFFQ69G5FAV)';
    expect(faults(await patch(id, { translations: { az: { description: nobody } } }))).toEqual([
      'translations.az.description textPictureRefused',
    ]);
    await patch(id, { translations: { az: { description: `![Zal](upload:${upload})` } } });
    await cloud.act(id, 'publish');
    const [url] = await shown(id);
    await patch(id, {
      translations: { az: { description: 'Mətn' }, en: { title: 'Exhibition', description: 'Text' } },
    });
    expect((await cloud.act(id, 'publish', { locales: ['en'] })).status).toBe(200);
    await cloud.published();
    expect(await shown(id)).toEqual([url]);
    expect((await cloud.fetch(url ?? '')).status).toBe(200);
  });

  it('are shown in a preview by signed addresses', async () => {
    const id = await withDescription(`# Bir\n\n![Zal](upload:${await cloud.copiedImage()} "Altyazı")`);
    const { body: preview } = await cloud.ask(`/v1/staff/exhibitions/${id}/previews`, { body: { locale: 'az' } });
    const { description } = (await cloud.ask(new URL(preview.apiUrl).pathname)).body;
    const [url = ''] = addressesIn(description.html);
    expect(url).toContain('X-Amz-Signature');
    expect((await cloud.fetch(url.replaceAll('&amp;', '&'))).status).toBe(200);
    expect(description.markdown).not.toContain('upload:');
    expect((await cloud.ask(new URL(preview.url).pathname)).body).toMatch(/<h2>Bir<\/h2>\n<figure>.*<img id="t1"/);
  });

  it('do not name a person whose name is withheld', async () => {
    const upload = await cloud.copiedImage();
    const id = await cloud.exhibition({
      translations: { az: { title: 'S', description: `![Rəsm](upload:${upload} "Aysel Məmmədovanın rəsmi")` } },
    });
    const artworkId = await cloud.enter(id, { artist: child('Aysel Məmmədova', { name: 'none' }) });
    await cloud.act(id, 'selection', { artworkIds: [artworkId] });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['translations.az.description namesWithheld']);
  });
});

describe('consent to a picture in the text of an exhibition', () => {
  const publishedWith = async (uploadId: string): Promise<string> => {
    const id = await withDescription(`Mətn\n\n![Rəsm](upload:${uploadId})`);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    return id;
  };
  const isGone = async (id: string, url: string): Promise<void> => {
    expect((await answer(id)).description).toEqual({ markdown: 'Mətn', html: '<p>Mətn</p>' });
    expect((await cloud.fetch(url)).status).toBe(404);
  };

  it.each(['withdrawn', 'erased'] as const)(
    'takes it away when it is %s, with its files, also after a rebuild',
    async (how) => {
      const artwork = await ofArtwork();
      const id = await publishedWith(artwork.uploadId);
      const [url = ''] = await shown(id);
      expect((await cloud.fetch(url)).status).toBe(200);
      const { body } =
        how === 'withdrawn'
          ? await withdrawConsent(artwork)
          : await cloud.ask(`/v1/staff/exhibitions/${artwork.id}/artworks/${artwork.artworkId}`, { method: 'DELETE' });
      expect(body.removedFrom).toContainEqual({ kind: 'exhibition', id, field: 'pictures' });
      await cloud.published();
      await isGone(id, url);
      await cloud.rebuild();
      await isGone(id, url);
      expect(faults(await cloud.act(id, 'publish'))).toEqual(['translations.az.description textPictureRefused']);
    },
  );

  it('ends at its second', async () => {
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const end = Date.parse(`${last}T20:00:00Z`);
    const id = await publishedWith((await ofArtwork({ expiresOn: last })).uploadId);
    const [url = ''] = await shown(id);
    cloud.clock.set(end - Date.now() - 5000);
    expect(await shown(id)).toEqual([url]);
    cloud.clock.set(end - Date.now() + 1);
    expect(await shown(id)).toEqual([]);
    // First the exhibition whose consent has ended, and then the one that it has taken the picture from.
    for (let n = 0; n < 2; n += 1) {
      await cloud.trigger('EveryMinute');
      await cloud.published();
    }
    await isGone(id, url);
  });

  it('finds it after a rebuild, though the record of where it is shown was lost', async () => {
    const artwork = await ofArtwork();
    const id = await publishedWith(artwork.uploadId);
    const [url = ''] = await shown(id);
    const desk = deskTable(cloud);
    for (const item of await desk.items())
      if (item.sk?.S?.startsWith(`SHOWN-IN#exhibition#${id}`)) await desk.remove(item);
    await cloud.rebuild();
    await withdrawConsent(artwork);
    await cloud.published();
    await isGone(id, url);
  });

  it('is never overtaken by a publication, whenever it is taken back', async () => {
    for (const delay of [0, 30, 80, 150, 250, 400]) {
      const artwork = await ofArtwork();
      const id = await withDescription(`Mətn\n\n![Rəsm](upload:${artwork.uploadId})`);
      const publishing = cloud.act(id, 'publish');
      await pause(delay);
      expect((await withdrawConsent(artwork)).status).toBe(200);
      await publishing;
      await cloud.published();
      expect(await shown(id), `after ${delay} ms`).toEqual([]);
    }
  });

  it('is asked again where it is taken back while the picture is published', async () => {
    const artwork = await ofArtwork();
    const id = await withDescription(`![Rəsm](upload:${artwork.uploadId})`);
    const before = await media();
    const stop = cloud.inject({ match: isCopy, respond: 700 });
    const from = cloud.calls.length;
    const publishing = cloud.act(id, 'publish');
    while (!cloud.calls.slice(from).some(isCopy)) await pause(20);
    expect((await withdrawConsent(artwork)).status).toBe(200);
    stop();
    expect(faults(await publishing)).toEqual(['translations.az.description textPictureRefused']);
    await cloud.published();
    expect(await media()).toBe(before);
  });
});
