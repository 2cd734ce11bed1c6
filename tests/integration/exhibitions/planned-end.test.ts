import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const hour = 3_600_000;
const at = (time: number) => new Date(time).toISOString();

/** An exhibition that could be published, with the id of its one artwork. */
const prepared = async (content: object = {}) => {
  const id = await cloud.exhibition({ campaign: 'ending', closesOn: '2098-12-31', ...content });
  const artworkId = await cloud.enter(id);
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  return { id, artworkId };
};

const staff = async (id: string) => (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;

const listed = async (status: string): Promise<string[]> =>
  (await cloud.ask(`/v1/staff/exhibitions?status=${status}&limit=100`)).body.items.map((one: { id: string }) => one.id);

/** Everything that shows an exhibition, each as whether it does. */
const places = async (id: string, artworkId: string, slug: string, eventId: string) => {
  const has = async (path: string) => (await (await cloud.fetch(`${cloud.apiUrl}${path}`)).text()).includes(id);
  const page = async (path: string, text: string) =>
    (await (await cloud.fetch(`${cloud.url}${path}`)).text()).includes(text);
  const status = async (path: string) => (await cloud.fetch(`${cloud.url}${path}`)).status === 200;
  const ics = await (await cloud.fetch(`${cloud.url}/v1/feed.ics?campaign=ending`)).text();
  const index = await (await cloud.fetch(`${cloud.url}/sitemap.xml`)).text();
  const files = await Promise.all(
    [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(async ([, url = '']) => (await cloud.fetch(url)).text()),
  );
  return {
    answer: await status(`/v1/exhibitions/${id}`),
    bySlug: await status(`/v1/exhibitions/${slug}`),
    artworks: await status(`/v1/exhibitions/${id}/artworks`),
    artwork: await status(`/v1/exhibitions/${id}/artworks/${artworkId}`),
    manifest: await status(`/v1/exhibitions/${id}/manifest`),
    page: await status(`/az/exhibitions/${slug}`),
    artworkPage: await status(`/az/exhibitions/${slug}/artworks/${artworkId}`),
    feed: await has('/v1/feed?campaign=ending'),
    list: await has('/v1/exhibitions'),
    collection: await has('/v1/iiif/collection'),
    calendar: await has('/v1/calendar?campaign=ending'),
    search: await has('/v1/search?q=bitib'),
    ics: ics.includes('STATUS:CONFIRMED'),
    listPage: await page('/az/exhibitions', slug),
    front: await page('/az', slug),
    sitemap: files.some((file) => file.includes(slug)),
    event: (await cloud.ask(`/v1/events/${eventId}`)).body.exhibition !== undefined,
  };
};

describe('an exhibition whose plan is withdrawn before its time', () => {
  afterEach(() => cloud.clock.set(0));

  it('is dated to the day on which readers see it, where it is published after that', async () => {
    const { id } = await prepared();
    const planned = at(Date.now() + hour);
    expect((await cloud.act(id, 'publish', { publishAt: planned })).body).toMatchObject({ publishedAt: planned });
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    expect(await staff(id)).not.toHaveProperty('publishedAt');
    cloud.clock.set(2 * hour);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    const shown = (await cloud.ask(`/v1/exhibitions/${id}`)).body;
    expect(shown.publishedAt > planned, shown.publishedAt).toBe(true);
    // What readers have seen keeps its day, also after another plan that is given up.
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    expect(await staff(id)).toMatchObject({ publishedAt: shown.publishedAt });
    const again = at(Date.now() + 4 * hour);
    expect((await cloud.act(id, 'publish', { publishAt: again })).body).toMatchObject({ publishedAt: again });
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    expect(await staff(id)).toMatchObject({ publishedAt: shown.publishedAt });
    // One is given up by a publication in place of it, too.
    expect((await cloud.act(id, 'publish', { publishAt: again })).body).toMatchObject({ publishedAt: again });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    expect(await staff(id)).toMatchObject({ publishedAt: shown.publishedAt });
  });
});

describe('an exhibition with a planned end', () => {
  afterEach(() => cloud.clock.set(0));

  it('is gone from everywhere at that second, and its files a minute later', async () => {
    const mediaBefore = (await cloud.media()).length;
    const { id, artworkId } = await prepared({ translations: { az: { title: 'Bitib gedən', description: 'Mətn' } } });
    const event = await cloud.draft({ exhibitionId: id });
    await cloud.publish(event);
    const until = Date.now() + hour;
    const published = await cloud.act(id, 'publish', { unpublishAt: at(until) });
    expect(published).toMatchObject({ status: 200, body: { status: 'published', unpublishAt: at(until) } });
    const { slug } = published.body.translations.az;
    await cloud.followed('FollowerFunction');
    const shown = await places(id, artworkId, slug, event);
    expect(Object.entries(shown).filter(([, isShown]) => !isShown)).toEqual([]);

    cloud.clock.set(until - Date.now());
    const gone = await places(id, artworkId, slug, event);
    expect(Object.entries(gone).filter(([, isShown]) => isShown)).toEqual([]);
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(410);
    expect(await staff(id)).toMatchObject({ status: 'withdrawn', publishedLocales: [] });
    expect(await listed('withdrawn')).toContain(id);
    expect(await listed('published')).not.toContain(id);

    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.media()).length).toBe(mediaBefore);
    expect(await listed('withdrawn')).toContain(id);
    expect(await staff(id)).not.toHaveProperty('unpublishAt');
    const { items } = (await cloud.ask(`/v1/staff/audit?item=${id}&limit=1`)).body;
    expect(items).toMatchObject([{ action: 'exhibition.ended', createdBy: { id: 'sergi' } }]);
    const ics = await (await cloud.fetch(`${cloud.url}/v1/feed.ics?campaign=ending`)).text();
    expect(ics.match(/STATUS:.*|SEQUENCE:.*/g)).toEqual(['SEQUENCE:2', 'STATUS:CANCELLED']);
  });

  it('is named by no preview of its event from its end on', async () => {
    const { id } = await prepared();
    const event = await cloud.draft({ exhibitionId: id });
    const until = Date.now() + hour;
    await cloud.act(id, 'publish', { unpublishAt: at(until) });
    const { body } = await cloud.ask(`/v1/staff/events/${event}/previews`, { body: { locale: 'az' } });
    const named = async () => (await cloud.ask(new URL(body.apiUrl).pathname)).body.exhibition?.id;
    expect(await named()).toBe(id);
    cloud.clock.set(until - Date.now());
    expect(await named()).toBeUndefined();
  });

  it('keeps its end when it is published again, and stays where that is taken back', async () => {
    const { id } = await prepared();
    const until = at(Date.now() + hour);
    await cloud.act(id, 'publish', { unpublishAt: until });
    expect((await cloud.act(id, 'publish')).body.unpublishAt).toBe(until);
    const { body } = await cloud.act(id, 'publish', { unpublishAt: null });
    expect(body).not.toHaveProperty('unpublishAt');
    cloud.clock.set(2 * hour);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(200);
    expect(await listed('published')).toContain(id);
  });

  it('can be published again, opened and erased after its end, before the publisher has come to it', async () => {
    const ended = async () => {
      const { id } = await prepared();
      const from = Date.now() + 10 * hour;
      cloud.clock.set(0);
      await cloud.act(id, 'publish', { unpublishAt: at(from) });
      // It may have had its answer before the publisher is done: what the publisher writes then makes a version.
      await cloud.published();
      cloud.clock.set(11 * hour);
      expect((await staff(id)).status).toBe('withdrawn');
      return id;
    };
    const again = await ended();
    expect((await cloud.act(again, 'publish')).body).toMatchObject({ status: 'published' });
    expect(await staff(again)).not.toHaveProperty('unpublishAt');
    expect((await cloud.ask(`/v1/exhibitions/${again}`)).status).toBe(200);
    const [picture] = (await cloud.ask(`/v1/exhibitions/${again}`)).body.artworks[0].image.renditions;
    expect((await cloud.fetch(picture.url)).status).toBe(200);
    const opened = await ended();
    expect((await cloud.act(opened, 'status', { status: 'open' })).body).toMatchObject({ status: 'open' });
    await cloud.published();
    expect((await cloud.ask(`/v1/exhibitions/${opened}`)).status).toBe(410);
    const unpublished = await ended();
    expect((await cloud.act(unpublished, 'unpublish')).body).toMatchObject({ status: 'withdrawn' });
  });

  it('refuses an end before its beginning, and in the past', async () => {
    const { id } = await prepared();
    const times = [
      { publishAt: at(Date.now() + 2 * hour), unpublishAt: at(Date.now() + hour) },
      { unpublishAt: at(Date.now() - hour) },
    ];
    for (const body of times)
      expect(await cloud.act(id, 'publish', body)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'unpublishAt', code: 'endBeforePublication' }] },
      });
  });

  it('names the texts that will lead to nothing, and is no target for what begins later', async () => {
    const { id } = await prepared();
    await cloud.act(id, 'publish');
    const linking = await cloud.draft({ translations: { az: { title: 'Keçid', body: `[Sərgi](exhibition:${id})` } } });
    expect((await cloud.publish(linking)).status).toBe(200);
    const until = Date.now() + hour;
    const { body } = await cloud.act(id, 'publish', { unpublishAt: at(until) });
    expect(body.linkedFrom).toEqual([{ kind: 'event', id: linking, locale: 'az', field: 'body' }]);
    const later = await cloud.draft({ translations: { az: { title: 'Sonra', body: `[Sərgi](exhibition:${id})` } } });
    expect(await cloud.publish(later, { publishAt: at(until + hour) })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'linkLeadsNowhere' }] },
    });
  });
});

describe('the front page', () => {
  it('shows an exhibition without a closing day from its opening until it is withdrawn', async () => {
    const front = async () => (await cloud.fetch(`${cloud.url}/az`)).text();
    const publish = async (opensOn: string) => {
      const { id } = await prepared({ closesOn: undefined, opensOn });
      return { id, slug: (await cloud.act(id, 'publish')).body.translations.az.slug };
    };
    const [open, coming] = [await publish('2022-11-18'), await publish('2098-11-18')];
    await cloud.followed('FollowerFunction');
    const current = async () => (await front()).match(/<section aria-labelledby="exhibitions">.*?<\/section>/s)?.[0];
    expect(await current()).toContain(open.slug);
    expect(await current()).not.toContain(coming.slug);
    await cloud.act(open.id, 'unpublish');
    expect((await current()) ?? '').not.toContain(open.slug);
  });
});
