import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitions } from '../../support/cloud/exhibition-cloud.ts';
import { fillDesk, filled, fullArtist, fullTexts, signs } from './large-exhibition.ts';

let cloud: ExhibitionCloud;
let desk: ReturnType<typeof fillDesk>;

beforeAll(async () => {
  cloud = await startExhibitions(
    'large-exhibition',
    (line, { stream }) => stream === 'stderr' && process.env.SHOW && console.log(line),
  );
  desk = fillDesk(cloud);
});
afterAll(() => cloud.end());

/** Asks without compression: the emulator refuses what Lambda would refuse. */
const plain = async (path: string, method = 'GET') => {
  const token = path.startsWith('/v1/staff/') ? await cloud.token({ groups: ['editor'] }) : undefined;
  return fetch(new URL(path, cloud.url), {
    ...{ method, redirect: 'manual' as const },
    headers: { 'accept-encoding': 'identity', ...(token && { authorization: `Bearer ${token}` }) },
  });
};

/** Every item of a list, page after page, and how many each page had. */
const walk = async (path: string, cursor?: string): Promise<{ ids: string[]; pages: number[] }> => {
  const [ids, pages]: [string[], number[]] = [[], []];
  let next = cursor;
  do {
    const query = new URLSearchParams({ limit: '100', ...(next && { cursor: next }) });
    const answer = await plain(`${path}?${query}`);
    expect(answer.status).toBe(200);
    const body = JSON.parse(await answer.text());
    ids.push(...body.items.map((item: { id: string }) => item.id));
    pages.push(body.items.length);
    next = body.nextCursor;
  } while (next);
  return { ids, pages };
};

const exhibitionOf = async (slug: string, works: Parameters<typeof desk.enter>[1]) => {
  const translations = { az: { title: filled(300, 1), description: filled(5_000, 2), slug } };
  const id = await cloud.exhibition({ translations, place: { name: { az: filled(300, 3) } } });
  const ids = await desk.enter(id, works);
  expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
  return { id, ids };
};

const select = async (id: string, artworkIds: readonly string[]) =>
  expect((await cloud.act(id, 'selection', { artworkIds })).status).toBe(200);

describe('works that are written in four languages, in signs of four bytes', () => {
  const locales = ['az', 'en', 'ru', 'tr'];
  const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const name = 'Xnamedx Zərifə';
  let id = '';
  let ids: string[] = [];
  let published: string[] = [];

  afterEach(() => cloud.clock.set(0));

  const file = async (): Promise<string> => {
    const { status, headers } = await plain(`/v1/exhibitions/${id}/manifest`);
    expect(status).toBe(307);
    return headers.get('location') ?? '';
  };
  const canvases = async (address: string): Promise<string[]> => {
    const { items } = JSON.parse(await (await fetch(address)).text());
    return items.map((canvas: { id: string }) => canvas.id.split('/').at(-1));
  };

  beforeAll(async () => {
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    await cloud.job(await cloud.ask('/v1/staff/site', { method: 'PUT', version, body: { ...body, locales } }));
    // Just more of them than an answer holds, twice: entered, and published but for two.
    const works = Array.from({ length: 60 }, (_, n) => ({
      translations: fullTexts(n, locales, signs),
      artist:
        n === 1 ? child(name, { name: 'full', expiresOn: last }) : { ...child(name), name: n === 2 ? name : `Ad ${n}` },
      medium: filled(300, n, signs),
    }));
    ({ id, ids } = await exhibitionOf('signs', works as Parameters<typeof desk.enter>[1]));
    published = ids.slice(0, 46);
  });

  it('are listed to staff in pages that fit, a hundred asked for', async () => {
    const { ids: listed, pages } = await walk(`/v1/staff/exhibitions/${id}/artworks`);
    expect(listed).toEqual(ids);
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.min(...pages)).toBeGreaterThan(5);
  });

  it('have a manifest that is a file, which nobody is told of before its time', async () => {
    await select(id, published);
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await desk.publish(id, publishAt);
    expect((await plain(`/v1/exhibitions/${id}/manifest`)).status).toBe(404);
    cloud.clock.set(3_600_000);
    const address = await file();
    expect(await canvases(address)).toEqual(published);
    for (const method of ['GET', 'HEAD'])
      expect((await plain('/v1/exhibitions/signs/manifest', method)).status).toBe(307);
    const head = await fetch(address, { method: 'HEAD', headers: { origin: 'https://viewer.example' } });
    expect(head.status).toBe(200);
    expect(head.headers.get('access-control-allow-origin')).toBe('*');
    expect(head.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const etag = head.headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('follow consent that ends: no file is shown from that second on, and then one without the work', async () => {
    const end = Date.parse(`${last}T20:00:00Z`);
    cloud.clock.set(end - Date.now() - 3_000);
    const before = await file();
    cloud.clock.set(end - Date.now() + 1);
    const answer = await plain(`/v1/exhibitions/${id}/manifest`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    await cloud.trigger('EveryMinute');
    await cloud.published();
    published = published.filter((one) => one !== ids[1]);
    expect(await canvases(await file())).toEqual(published);
    expect((await fetch(before)).status).toBe(404);
  });

  it('are read page after page from one edition: a cursor of another one is none', async () => {
    cloud.clock.set(3_600_000);
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).body.artworkCount).toBe(published.length);
    const { nextCursor } = (await cloud.ask(`/v1/exhibitions/${id}/artworks?limit=10`)).body;
    const path = `/v1/exhibitions/${id}/artworks?cursor=${nextCursor}`;
    expect((await cloud.ask(path)).status).toBe(200);
    expect((await cloud.ask(`${path}&locale=en`)).status).toBe(400);
    await cloud.changeArtwork(id, ids[4] ?? '', { artist: { isMinor: true, consent: null } });
    published = published.filter((one) => one !== ids[4]);
    expect(await cloud.ask(path)).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).body.artworkCount).toBe(published.length);
  });

  it('follow consent that is narrowed, and an erasure: no file has the name or the work any more', async () => {
    cloud.clock.set(3_600_000);
    const before = await file();
    await cloud.changeArtwork(id, ids[2] ?? '', { artist: { consent: { name: 'none' } } });
    // At once it is the old file no more, whether the new one is there or not.
    const { headers } = await plain(`/v1/exhibitions/${id}/manifest`);
    expect(headers.get('location')).not.toBe(before);
    await cloud.published();
    const narrowed = await file();
    expect(await canvases(narrowed)).toEqual(published);
    expect((await fetch(before)).status).toBe(404);

    const path = `/v1/staff/exhibitions/${id}/artworks/${ids[3]}`;
    expect((await cloud.ask(path, { method: 'DELETE' })).body).toMatchObject({ artworkId: ids[3], erased: true });
    published = published.filter((one) => one !== ids[3]);
    expect((await fetch(narrowed)).status).toBe(404);
    expect(await canvases(await file())).toEqual(published);
  });

  it('name the site as it is called now, and are made again by a rebuild', async () => {
    cloud.clock.set(3_600_000);
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const title = { ...body.title, az: 'Yeni ad' };
    const job = await cloud.job(
      await cloud.ask('/v1/staff/site', { method: 'PUT', version, body: { ...body, title } }),
    );
    expect(job).toMatchObject({ kind: 'settings', state: 'succeeded', errors: [] });
    await cloud.published();
    expect(await (await fetch(await file())).text()).toContain('Yeni ad');
    expect(await cloud.rebuild()).toMatchObject({ state: 'succeeded', errors: [] });
    await cloud.published();
    expect(await canvases(await file())).toEqual(published);
  });

  it('leave no file when they are withdrawn', async () => {
    cloud.clock.set(3_600_000);
    const address = await file();
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    await cloud.published();
    expect((await plain(`/v1/exhibitions/${id}/manifest`)).status).toBe(410);
    expect((await fetch(address)).status).toBe(404);
    expect(
      (await cloud.items('DeskTable')).filter((item) => item.includes(`${id}"`) && item.includes('MANIFEST-FILE')),
    ).toEqual([]);
  });
});

describe('an exhibition of a thousand works, every field at its limit', () => {
  const count = 1_000;

  it('is published, listed and read to its end, and no answer is more than Lambda gives', async () => {
    const works = Array.from({ length: count }, (_, n) => ({
      ...{ translations: fullTexts(n, ['az']), artist: fullArtist(n), medium: filled(300, n), year: 2022 },
    }));
    const { id, ids } = await exhibitionOf('large', works);
    await select(id, ids);
    await desk.publish(id);
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.status).toBe('published');

    const answer = await plain('/v1/exhibitions/large');
    expect(answer.status).toBe(200);
    const body = JSON.parse(await answer.text());
    expect(body.artworkCount).toBe(count);
    const first = body.artworks.map((artwork: { id: string }) => artwork.id);
    expect(first.length).toBeGreaterThan(100);
    const rest = await walk(`/v1/exhibitions/${id}/artworks`, body.nextCursor);
    expect([...first, ...rest.ids]).toEqual(ids);

    const manifest = await fetch(body.manifest);
    expect(manifest.headers.get('content-type')).toBe(
      'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
    );
    const { id: address, items } = JSON.parse(await manifest.text());
    expect(address).toBe(body.manifest);
    expect(items.map((canvas: { id: string }) => canvas.id.split('/').at(-1))).toEqual(ids);

    for (const from of [1, 801]) {
      const page = await plain(`/az/exhibitions/large${from > 1 ? `?from=${from}` : ''}`);
      expect(page.status).toBe(200);
      const html = await page.text();
      const anchors = [...html.matchAll(/<li id="artwork-(\w+)">/g)].map(([, anchor]) => anchor);
      expect(anchors).toEqual(ids.slice(from - 1, from - 1 + anchors.length));
      const next = /<link rel="next" href="([^"]+)">/.exec(html)?.[1];
      const following = from - 1 + anchors.length;
      expect(next).toBe(following < count ? `${cloud.url}/az/exhibitions/large?from=${following + 1}` : undefined);
    }
  }, 120_000);
});
