import { afterAll, afterEach, beforeAll, describe, expect, it, inject as provided } from 'vitest';
import { child, type ExhibitionCloud, startExhibitions } from '../../support/cloud/exhibition-cloud.ts';
import { withEdgeSeconds } from '../../support/cloud/with-edge-seconds.ts';

const week = 604_800;
let cloud: ExhibitionCloud;

/** In seconds: an edge that forgets soon, and the cache behind it, which forgets late. */
const [edgeForgets, regionForgets] = [2, 20];

beforeAll(async () => {
  const caches = { edgeDelay: edgeForgets * 1_000, regionalDelay: regionForgets * 1_000 };
  const assembly = withEdgeSeconds(provided('assembly'), week);
  cloud = await startExhibitions('long-edge', undefined, { assembly, caches });
});
afterAll(() => cloud.end());

/** The clock of the cloud only goes on, since its caches do. */
let time = 0;
const pass = (seconds: number) => {
  time += seconds;
  cloud.clock.set(time * 1_000);
};
/** Ends the faults of a test, also where it fails. */
const faults: (() => void)[] = [];
const inject = (fault: Parameters<ExhibitionCloud['inject']>[0]): (() => void) => {
  const remove = cloud.inject(fault);
  faults.push(remove);
  return remove;
};

afterEach(async () => {
  for (const remove of faults.splice(0)) remove();
  // Whatever is still to be forgotten is forgotten before the next test.
  await forgotten();
});

const read = (path: string) => fetch(`${cloud.url}${path}`);
const textOf = async (path: string) => (await read(path)).text();
const found = async (path: string) => (await read(path)).headers.get('x-cache')?.split(' ')[0];
const feed = '/v1/feed?locale=az';
const isInvalidation = ({ action }: { action: string }) => action === 'cloudfront:CreateInvalidation';
const followed = () => cloud.followed('InvalidatorFunction');

const published = async (title: string, options?: object): Promise<string> => {
  const id = await cloud.draft({ translations: { az: { title, body: 'Mətn' } } });
  expect(await cloud.publish(id, options)).toMatchObject({ status: 200 });
  return id;
};

/** Lets an invalidation and its repetitions reach the edge: a minute after the act. */
const forgotten = async () => {
  // Lists and sitemaps have followed the change by then.
  await cloud.followed('FollowerFunction');
  await followed();
  // So have the seconds for which functions remember the settings, by a clock of their own.
  cloud.clock.ageCaches();
  pass(41);
  await cloud.queue('RepetitionQueue').idle();
  pass(19);
};

describe('a CDN that keeps answers for a week', () => {
  it('asks nobody for days, and forgets a list and a page within a minute of an act', async () => {
    const id = await published('Günlərlə');
    await forgotten();
    const paths = [feed, `/v1/events/${id}`, '/az/events/gunlerle', '/az', '/v1/feed.rss?locale=az', '/sitemap.xml'];
    for (const path of paths) await read(path);
    pass(3 * 86_400);
    // What begins with a day ends with it: the front page shows what is on.
    for (const path of paths.filter((one) => one !== '/az')) expect(await found(path), path).toBe('Hit');
    const other = await published('Başqası');
    await forgotten();
    expect(await textOf(feed)).toContain(other);
    expect(await textOf('/az')).toContain('/az/events/basqasi');
    // An act on one event leaves the answer of another as it is.
    expect(await found(`/v1/events/${id}`)).toBe('Hit');
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await forgotten();
    expect((await read(`/v1/events/${id}`)).status).toBe(410);
    expect((await read('/az/events/gunlerle')).status).toBe(410);
    expect(await textOf(feed)).not.toContain(id);
  });

  it('shows changed settings and a notice on every page, also on those that it has kept, within a minute', async () => {
    const id = await published('Ayarlarla');
    await forgotten();
    const paths = ['/az', `/az/events/ayarlarla`, '/v1/site'];
    const has = (word: string) => Promise.all(paths.map(async (path) => (await textOf(path)).includes(word)));
    expect(await has('Dəyişmiş Muzey')).toEqual([false, false, false]);
    const { body, headers } = await cloud.ask('/v1/staff/site', { as: 'admin' });
    const version = Number(headers.get('etag')?.match(/\d+/)?.[0]);
    const title = { ...body.title, az: 'Dəyişmiş Muzey' };
    const change = { as: 'admin', method: 'PUT', version, body: { ...body, title } } as const;
    expect((await cloud.ask('/v1/staff/site', change)).status).toBe(200);
    await forgotten();
    expect(await has('Dəyişmiş Muzey')).toEqual([true, true, true]);

    const notice = { kind: 'notice', translations: { az: { title: 'Bu gün bağlıyıq' } } };
    const { status, body: draft } = await cloud.ask('/v1/staff/events', { body: notice });
    expect(status).toBe(201);
    expect((await cloud.publish(draft.id)).status).toBe(200);
    await forgotten();
    expect(await has('Bu gün bağlıyıq')).toEqual([true, true, true]);
    expect((await read(`/v1/events/${id}`)).status).toBe(200);
  });

  it('shows what was planned after it had kept a list, at its moment, also where the plan is moved up', async () => {
    await forgotten();
    /** All sitemaps that the index names: of an event in 64 begins another, so that its address is not known before. */
    const sitemaps = async () => {
      const urls = [...(await textOf('/sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
      return (await Promise.all(urls.map(async (url) => (await fetch(url)).text()))).join('\n');
    };
    const paths = [feed, '/v1/feed.json?locale=az', '/az'];
    const texts = () => Promise.all([...paths.map(textOf), sitemaps()]);
    await texts();
    const at = (seconds: number) => ({ publishAt: new Date(Date.now() + (time + seconds) * 1_000).toISOString() });
    const id = await published('Planlı', at(3 * 86_400));
    await forgotten();
    await texts();
    await cloud.publish(id, at(3_600));
    await forgotten();
    for (const text of await texts()) expect(text).not.toContain('planli');
    pass(3_600);
    for (const text of await texts()) expect(text).toContain('planli');
  });

  it('keeps what an edge takes from a cache that has not forgotten yet, but for the repetition', async () => {
    const isRepetition = (call: Parameters<typeof isInvalidation>[0] & { readonly function: string }) =>
      isInvalidation(call) && call.function.includes('Repeater');
    for (const isRepeated of [false, true]) {
      // One that neither cache has had before.
      const list = `${feed}&limit=${isRepeated ? 7 : 8}`;
      await read(list);
      const allow = isRepeated ? () => {} : inject({ match: isRepetition, respond: 'accepted' });
      const id = await published('Yarış');
      await followed();
      pass(edgeForgets + 1);
      // The edge has forgotten, and asks the cache behind it.
      expect(await textOf(list)).not.toContain(id);
      await forgotten();
      expect((await textOf(list)).includes(id), String(isRepeated)).toBe(isRepeated);
      allow();
    }
  });

  it('shows no more of a work than its consent allows, within a minute', async () => {
    const exhibition = await cloud.exhibition({ translations: { az: { title: 'Razılıq', description: 'Mətn' } } });
    const artist = child('Nigar Əliyeva', { name: 'full' });
    const artwork = await cloud.enter(exhibition, { artist });
    const others = await cloud.enter(exhibition);
    await cloud.act(exhibition, 'selection', { artworkIds: [artwork, others] });
    expect(await cloud.act(exhibition, 'publish')).toMatchObject({ status: 200 });
    await cloud.published();
    await forgotten();
    const works = [
      '/az/exhibitions/raziliq',
      `/v1/exhibitions/${exhibition}`,
      `/v1/exhibitions/${exhibition}/manifest`,
    ];
    for (const path of works) expect(await textOf(path), path).toContain('Əliyeva');
    await cloud.changeArtwork(exhibition, artwork, {
      artist: { ...artist, consent: { ...artist.consent, name: 'none' } },
    });
    await cloud.published();
    await forgotten();
    for (const path of works) expect(await textOf(path), path).not.toContain('Əliyeva');
  });

  it('shows nobody beyond the end of a consent, also where the API fails at that moment', async () => {
    const day = 86_400_000;
    const expiresOn = new Date(Date.now() + time * 1_000 + 2 * day).toISOString().slice(0, 10);
    const exhibition = await cloud.exhibition({ translations: { az: { title: 'Müddətli', description: 'Mətn' } } });
    const artwork = await cloud.enter(exhibition, { artist: child('Günel Həsənova', { name: 'full', expiresOn }) });
    const other = await cloud.enter(exhibition);
    await cloud.act(exhibition, 'selection', { artworkIds: [artwork, other] });
    expect(await cloud.act(exhibition, 'publish')).toMatchObject({ status: 200 });
    await cloud.published();
    const lasting = await published('Qalan');
    await forgotten();
    const [ending, kept] = [`/v1/exhibitions/${exhibition}`, `/v1/events/${lasting}`];
    expect(await textOf(ending)).toContain('Həsənova');
    expect((await read(kept)).status).toBe(200);
    const isPublic = (call: { readonly function: string }) => call.function.startsWith('PublicApi');
    const remove = inject({ match: isPublic, respond: 'throttle' });
    pass((4 * day) / 1_000);
    expect((await read(ending)).status).toBe(503);
    // What nothing ends is better than an error, however old it is.
    pass(week);
    expect((await read(kept)).status).toBe(200);
    remove();
  });

  it('heals where CloudFront takes an invalidation and loses it, by who looks every five minutes', async () => {
    const id = await published('Əvvəl');
    await forgotten();
    const paths = ['/v1/feed', `/v1/events/${id}`];
    for (const path of paths) expect((await read(path)).status).toBe(200);
    const look = async () => {
      pass(300);
      await cloud.trigger('EveryFiveMinutes');
    };
    // All is well: nothing happens.
    await look();
    await look();
    const remove = inject({ match: isInvalidation, respond: 'accepted' });
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await forgotten();
    const before = cloud.invalidations.length;
    expect((await read(`/v1/events/${id}`)).status).toBe(200);
    await look();
    expect(cloud.invalidations).toHaveLength(before);
    remove();
    await look();
    expect(cloud.invalidations.at(-1)?.paths).toEqual(['/*']);
    const told = cloud.invalidations.length;
    pass(edgeForgets + 1);
    expect((await read(`/v1/events/${id}`)).status).toBe(410);
    expect(await textOf('/v1/feed')).not.toContain(id);
    // An edge may have asked a cache that had not forgotten: it is told again, and then no more.
    pass(41 - edgeForgets);
    await cloud.queue('RepetitionQueue').idle();
    expect(cloud.invalidations.slice(told).map(({ paths }) => paths)).toEqual([['#site'], ['#site']]);
    pass(regionForgets);
    const healed = cloud.invalidations.length;
    await look();
    await look();
    expect(cloud.invalidations).toHaveLength(healed);
  });

  it('is told to forget everything once an hour at most, where that does not help', async () => {
    const id = await published('Düzəlmir');
    await forgotten();
    expect((await read(`/v1/events/${id}`)).status).toBe(200);
    const remove = inject({ match: isInvalidation, respond: 'accepted' });
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await forgotten();
    const hour = 3_600_000;
    pass((hour - ((Date.now() + time * 1_000) % hour)) / 1_000);
    const before = cloud.invalidations.length;
    for (let look = 0; look < 6; look += 1) {
      pass(300);
      await cloud.trigger('EveryFiveMinutes');
    }
    const all = cloud.invalidations.slice(before).filter(({ paths }) => paths.includes('/*'));
    expect(all).toHaveLength(1);
    remove();
  });

  it('forgets nothing by itself, where nobody looks', async () => {
    await read(feed);
    const remove = inject({ match: isInvalidation, respond: 'accepted' });
    const id = await published('İtmiş');
    await forgotten();
    remove();
    expect(await textOf(feed)).not.toContain(id);
    pass(week);
    expect(await textOf(feed)).toContain(id);
  });
});
