import { globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOf, loadFixture } from '../../fixtures/fixture.ts';
import { allAddresses, type Read, readAll } from '../../support/clients/read-everything.ts';
import { clockOfFunctions } from '../../support/cloud/clock-of-functions.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const releases = globSync('v*', { cwd: fixtures }).sort();

it('there is what each version has stored', () =>
  expect(releases).toEqual(expect.arrayContaining(['v0.1.0', 'v0.2.0'])));

describe.each(releases)('what %s has stored', (release) => {
  let cloud: ProductCloud;
  let others: string[];
  let first: Read[];
  let again: Read[];

  beforeAll(async () => {
    cloud = await startProductInProcess();
    others = [(await loadFixture(cloud, join(fixtures, release))).previewPath];
    await cloud.followed('Follower');
    // The follower may have read the settings before they were there, and the functions share what they remember.
    clockOfFunctions.ageCaches();
  });
  afterAll(() => cloud.end());

  const read = async (isWanted: (path: string) => boolean = () => true): Promise<Read[]> =>
    readAll(cloud, (await allAddresses(cloud, others)).filter(isWanted));
  const failures = (reads: readonly Read[]) =>
    reads.filter(({ status }) => status >= 500).map(({ path, status }) => `${status} ${path}`);
  const isPublic = (path: string) => !path.startsWith('/v1/staff/');
  const demand = async (path: string, options: Parameters<ProductCloud['ask']>[1] = {}) => {
    const { status, body } = await cloud.ask(path, options);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const staff = (path: string, options?: Parameters<ProductCloud['ask']>[1]) => demand(`/v1/staff${path}`, options);
  const act = async (path: string, method: string, body?: object, at = path) => {
    const { version } = await staff(at);
    return staff(path, { method, version, ...(body && { body }) });
  };
  const titled = async (status: string, word: string): Promise<string> => {
    const { items } = await staff(`/events?status=${status}&limit=100`);
    return items.find(({ displayTitle }: { displayTitle: string }) => displayTitle.includes(word)).id;
  };
  const exhibitionOf = async (status: string, word: string): Promise<string> => {
    const { items } = await staff(`/exhibitions?status=${status}`);
    return items.find(({ displayTitle }: { displayTitle: string }) => displayTitle.includes(word)).id;
  };
  const publishExhibition = async (id: string) => {
    await act(`/exhibitions/${id}/publish`, 'POST', {}, `/exhibitions/${id}`);
    while ((await staff(`/exhibitions/${id}`)).publishing) await pause(100);
    expect(await staff(`/exhibitions/${id}`)).toMatchObject({ status: 'published' });
  };

  it('is answered at every address', async () => {
    first = await read();
    expect(failures(first)).toEqual([]);
    expect(first.filter(({ path }) => path.includes('{'))).toEqual([]);
    expect(first.filter(({ status }) => status === 200).length).toBeGreaterThan(200);
    expect((await cloud.ask(others[0] ?? '')).body).toMatchObject({
      title: 'Bahar bayramı',
      category: { slug: 'events' },
    });
    const { items } = await demand('/v1/feed?locale=az&campaign=usaq-gozu');
    expect(items.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['Bahar bayramı', 'Göy sərgisi']),
    );
    const moved = await cloud.ask('/v1/events/bahar-tedbiri');
    expect(moved).toMatchObject({ status: 301 });
    expect(moved.headers.get('location')).toContain('/v1/events/bahar-bayrami');
    const old = await cloud.fetch(`${cloud.url}/index.php?id=1`, { redirect: 'manual' });
    expect(old.status).toBe(301);
  });

  it('is listed by the status that it has now, though version 0.1.0 filed it otherwise', async () => {
    const isFiled = (items: readonly { readonly listPk?: { readonly S?: string } }[], list: string) =>
      items.filter(({ listPk }) => listPk?.S === list).length;
    const titles = async (status: string): Promise<string[]> => {
      const { items } = await staff(`/events?status=${status}&limit=100`);
      for (const item of items) expect(item.status).toBe(status);
      return items.map(({ displayTitle }: { displayTitle: string }) => displayTitle.split(' ')[0]).sort();
    };
    const drafts = await titles('draft');
    expect(drafts).toHaveLength(2);
    expect(drafts).not.toContain('Geri');
    expect(await titles('withdrawn')).toEqual(['Geri']);
    expect(await titles('scheduled')).toEqual(['Gələcək']);
    expect(await titles('published')).toEqual(expect.arrayContaining(['Gedən']));
    expect(await titles('archived')).toEqual(['Arxiv']);
    expect(await titles('inReview')).toEqual([]);
    const items = await itemsOf(cloud, 'DeskTable');
    expect([isFiled(items, 'EVENTS#draft'), isFiled(items, 'EVENTS#withdrawn')]).toEqual([2, 1]);
    expect([isFiled(items, 'EVENTS#ending'), isFiled(items, 'EVENT-STARTS')]).toEqual([1, 1]);
  });

  it('shows beside a shortened or withheld name of then neither school nor region nor age', async () => {
    const { artworks, slug } = await demand(`/v1/exhibitions/${await exhibitionOf('published', 'Göy')}`);
    expect(artworks.map(({ artist }: { artist: object }) => artist)).toEqual([
      { name: 'Aysel Rəşad qızı Məmmədova', ageAtEntry: 9, school: '6 nömrəli məktəb', region: 'Gəncə' },
      { name: 'Tural Ə.' },
      { name: 'Anonim' },
      { name: 'Anonim' },
      { name: 'Kamran Əliyev', ageAtEntry: 34, region: 'Bakı' },
    ]);
    const page = await (await cloud.fetch(`${cloud.url}/az/exhibitions/${slug}`)).text();
    const manifest = JSON.stringify(await demand(`/v1/exhibitions/${slug}/manifest`));
    for (const text of [page, manifest]) expect(text.split('6 nömrəli məktəb')).toHaveLength(2);
  });

  /** Cards of 0.1.0 know of no other language than their own until they are made again. */
  const withoutAlternates = (text: string): string => text.replace(/\s*"alternates": ?\[[^\]]*\],?/g, '');

  it('makes the same showcase again', async () => {
    expect(await cloud.rebuild()).toMatchObject({ state: 'succeeded', errors: [] });
    await cloud.followed('Follower');
    again = await read(isPublic);
    const before = first.filter(({ path }) => isPublic(path));
    expect(again.map(({ path, status }) => `${status} ${path}`)).toEqual(
      before.map(({ path, status }) => `${status} ${path}`),
    );
    for (const [n, { path, text }] of again.entries())
      expect(withoutAlternates(text), path).toBe(withoutAlternates(before[n]?.text ?? ''));
  });

  it('is in the lists that this release keeps: months, artworks that are found, their pages and sitemaps', async () => {
    const ids = async (path: string) => (await demand(path)).items.map(({ id }: { id: string }) => id);
    const event = await titled('published', 'Bahar');
    const shown = await exhibitionOf('published', 'Göy');
    expect(await ids('/v1/calendar?month=2098-11')).toEqual(expect.arrayContaining([event, shown]));
    expect(await ids('/v1/search?q=bayram&kind=event')).toEqual([event]);
    const { slug, artworks } = await demand(`/v1/exhibitions/${shown}`);
    const tural = artworks.find(({ artist }: { artist: { name: string } }) => artist.name === 'Tural Ə.').id;
    expect(await ids('/v1/search?q=tural&kind=artwork')).toEqual([tural]);
    // What is withheld is found by nobody.
    for (const word of ['əhmədov', 'günel', 'murad']) expect(await ids(`/v1/search?q=${word}`)).toEqual([]);
    const pages = again.filter(({ status }) => status === 200);
    const page = `/az/exhibitions/${slug}/artworks/${tural}`;
    expect(pages.find(({ path }) => path === page)?.text).toContain('Tural Ə.');
    expect(pages.filter(({ text }) => text.includes(`${page}</loc>`)).map(({ path }) => path)).toHaveLength(1);
  });

  it('can be edited, published, restored and withdrawn: events', async () => {
    const whole = await titled('published', 'Bahar');
    await act(`/events/${whole}`, 'PATCH', { place: { name: { az: 'Şəki' } } });
    await act(`/events/${whole}/publish`, 'POST', {}, `/events/${whole}`);
    expect(await demand(`/v1/events/${whole}`)).toMatchObject({ place: { name: 'Şəki' }, views: 1 });
    await act(`/events/${whole}/revisions/1/restore`, 'POST', {}, `/events/${whole}`);
    await act(`/events/${whole}/unpublish`, 'POST', {}, `/events/${whole}`);
    expect(await cloud.ask(`/v1/events/${whole}`)).toMatchObject({ status: 410 });

    const draft = await titled('draft', 'Qaralama');
    await act(`/events/${draft}/publish`, 'POST', { locales: ['az'] }, `/events/${draft}`);
    expect((await demand(`/v1/events/${draft}`)).pictures[0].renditions.length).toBeGreaterThan(0);

    // A planned one comes when its time has come, and what was to leave has left.
    const planned = await titled('scheduled', 'Gələcək');
    expect(await cloud.ask(`/v1/events/${planned}`)).toMatchObject({ status: 404 });
    await act(`/events/${planned}/publish`, 'POST', { publishAt: '2022-01-01T00:00:00Z' }, `/events/${planned}`);
    expect(await cloud.ask(`/v1/events/${planned}`)).toMatchObject({ status: 200 });
  });

  it('can be edited, selected, published and withdrawn: exhibitions', async () => {
    const jury = await exhibitionOf('selection', 'Münsiflər');
    // It was closed before there were numbers for a blind rating: they are drawn when it is closed once more.
    for (const status of ['open', 'selection']) await staff(`/exhibitions/${jury}/status`, { body: { status } });
    const ranking = () => staff(`/exhibitions/${jury}/ranking`);
    while ((await ranking()).items.length < 2) await pause(100);
    const { items, proposal } = await ranking();
    expect(items.map(({ ratings, mean }: { ratings: number; mean: number }) => [ratings, mean])).toEqual([
      [2, 4.5],
      [2, 4],
    ]);
    await staff(`/exhibitions/${jury}/selection`, { body: proposal });
    const { artworkIds } = (await staff(`/exhibitions/${jury}/reveal`, { body: {} })).selection;
    expect(artworkIds).toHaveLength(2);
    await publishExhibition(jury);
    expect((await demand(`/v1/exhibitions/${jury}`)).artworks.map(({ id }: { id: string }) => id)).toEqual(artworkIds);

    const shown = await exhibitionOf('published', 'Göy');
    await act(`/exhibitions/${shown}`, 'PATCH', { place: { name: { az: 'Şəki' } } });
    await publishExhibition(shown);
    const { artworks, place } = await demand(`/v1/exhibitions/${shown}`);
    expect([artworks.length, place.name]).toEqual([5, 'Şəki']);
    await staff(`/exhibitions/${jury}/unpublish`, { body: {} });
    expect(await cloud.ask(`/v1/exhibitions/${jury}`)).toMatchObject({ status: 410 });
  });

  it('follows consent, and is erased', async () => {
    const shown = await exhibitionOf('published', 'Göy');
    const { items } = await staff(`/exhibitions/${shown}/artworks`);
    const [full, , , , ,] = items;
    expect(full.artist.name).toContain('Aysel');
    await act(`/exhibitions/${shown}/artworks/${full.id}`, 'PATCH', { artist: { consent: { name: 'none' } } });
    const now = await demand(`/v1/exhibitions/${shown}/artworks/${full.id}`);
    expect(JSON.stringify(now)).not.toContain('Məmmədova');
    await act(`/exhibitions/${shown}/artworks/${full.id}`, 'DELETE');
    await cloud.queue('PublisherQueue').idle();
    expect((await demand(`/v1/exhibitions/${shown}`)).artworks).toHaveLength(4);
  });

  it('goes on with its webhooks and settings', async () => {
    const { items } = await staff('/webhooks');
    const lists = items.map(({ id }: { id: string }) => staff(`/webhooks/${id}/deliveries?limit=100`));
    const deliveries = (await Promise.all(lists)).flatMap((list) => list.items);
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['succeeded', 'pending']));
    expect(deliveries.map(({ type }) => type)).toContain('event.unpublished');
    expect(JSON.stringify(deliveries)).not.toContain('.withdrawn');
    for (const { id } of items) await act(`/webhooks/${id}`, 'PATCH', { enabled: false });
    await act(`/webhooks/${items[0].id}/secret`, 'POST', {}, `/webhooks/${items[0].id}`);
    const { items: acts } = await staff('/audit?month=2026-11&limit=100');
    expect(acts.length).toBeGreaterThan(50);
    expect(JSON.stringify(acts)).not.toMatch(/\.(withdrawn|changed|replayed)"/);
    const versions = (await staff('/site/revisions')).items;
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2]);
    const site = await staff('/site');
    await staff('/site', { method: 'PUT', version: 3, body: { ...site, timeZone: 'Europe/Berlin' } });
    expect(await staff('/site/revisions/3')).toEqual(site);
  });

  it('is answered at every address after all this, and nowhere with a name that was erased', async () => {
    const reads = await read();
    expect(failures(reads)).toEqual([]);
    expect(reads.filter(({ text }) => text.includes('Məmmədova')).map(({ path }) => path)).toEqual([]);
  });

  it('withdraws by itself what was to leave', async () => {
    const leaving = await titled('published', 'Gedən');
    cloud.clock.set(Date.parse('2098-01-01T09:00:00Z') - Date.now());
    expect(await titled('withdrawn', 'Gedən')).toBe(leaving);
    expect(await cloud.ask(`/v1/events/${leaving}`)).toMatchObject({ status: 410 });
    cloud.clock.set(0);
  });
});
