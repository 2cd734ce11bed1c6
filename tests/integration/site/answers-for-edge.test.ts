import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { routesByFunction } from '../../../shared/contract/routes.ts';
import { edgeSecretHeader } from '../../../shared/freshness/edge.ts';
import { isPublicRead } from '../../../shared/http/is-public-read.ts';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
const week = 604_800_000;
const hour = 3_600_000;
const day = 24 * hour;

/** What was made, by what it is called in the paths below. */
const made: Record<string, string | undefined> = {};

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  process.env.EDGE_SECONDS = String(week / 1_000);
});
afterAll(async () => {
  delete process.env.EDGE_SECONDS;
  await cloud.end();
});
afterEach(() => cloud.clock.set(0));

/** Asks the API as the CDN does, past it. */
const get = (path: string) =>
  cloud.fetch(`${cloud.apiUrl}${path}`, {
    headers: { [edgeSecretHeader]: process.env.EDGE_SECRET ?? '' },
    redirect: 'manual',
  });

const idOf = async (body: object): Promise<string> => (await cloud.ask('/v1/staff/events', { body })).body.id;
const at = (time: number) => new Date(time).toISOString();
const text = (title: string) => ({ az: { title, body: 'Mətn' } });

/** An address of each route that answers what may be kept. */
const addresses = (): Record<string, string> => ({
  getSite: '/v1/site',
  getFeed: '/v1/feed',
  listCalendarItems: '/v1/calendar',
  searchItems: '/v1/search?q=kenarda',
  getEvent: `/v1/events/${made.event}`,
  listPages: '/v1/pages',
  getPage: `/v1/pages/${made.page}`,
  listExhibitions: '/v1/exhibitions',
  getExhibition: `/v1/exhibitions/${made.works}`,
  listArtworks: `/v1/exhibitions/${made.works}/artworks`,
  getArtwork: `/v1/exhibitions/${made.works}/artworks/${made.artwork}`,
  getManifest: `/v1/exhibitions/${made.works}/manifest`,
  getCollection: '/v1/iiif/collection',
  getRss: '/v1/feed.rss',
  getAtom: '/v1/feed.atom',
  getJsonFeed: '/v1/feed.json',
  getCalendar: '/v1/feed.ics',
  getEventCalendar: `/v1/events/${made.event}/calendar.ics`,
  getListPage: '/az',
  getCalendarPage: '/az/calendar',
  getSearchPage: '/az/search?q=kenarda',
  getEventsPage: '/az/events',
  getExhibitionsPage: '/az/exhibitions',
  getEventPage: '/az/events/kenarda-tedbir',
  getExhibitionPage: '/az/exhibitions/kenarda-isler',
  getArtworkPage: `/az/exhibitions/kenarda-isler/artworks/${made.artwork}`,
  getEditorsPage: '/az/kenarda-sehife',
  getFrontPage: '/',
  getSitemapIndex: '/sitemap.xml',
  getRobots: '/robots.txt',
  getOpenapi: '/v1/openapi.json',
});

/** Routes that lead elsewhere, or know nothing of their own. */
const redirects = ['getImageService', 'getOldJsonFeed', 'getOldSitemap', 'getLegacyPath'];

/**
 * Routes whose files have their versions in their names, and lie beside the bundles of functions, which these here have
 * none of.
 */
const versioned = ['getAsset', 'getFont'];

/** Routes whose secret links show what is not public, and which no cache keeps. */
const previews = ['getPreview', 'getPreviewPage', 'getExhibitionPreview'];

/** More of the same routes, whose answers are made in other ways. */
const others = () => [
  ...['/v1/feed?fields=body', '/v1/feed?campaign=kenar', '/v1/feed?locale=en&category=events'],
  ...['/az?category=events', '/az/events?tag=Kenar', '/v1/feed.rss?content=summary', '/sitemap-lists.xml'],
  ...[`${made.sitemap}`, `/sitemap-artworks-${made.works}-az.xml`, `/v1/events/${made.leaving}`],
  ...[
    `/v1/exhibitions/${made.leavingWorks}`,
    '/az/exhibitions/kenarda-gedir',
    `/az/events?month=${at(Date.now()).slice(0, 7)}`,
  ],
];

/** What is planned, soonest first: moments apart enough that clocks do not meet. */
const noon = Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), new Date().getUTCDate() + 1, 12);
const planned = {
  publication: noon + hour,
  'publication of an exhibition': noon + 2 * hour,
  'beginning of a notice': noon + 3 * hour,
  'end of a showing': noon + 4 * hour,
  'end of an event': noon + 5 * hour,
  'end of an exhibition': noon + 6 * hour,
  'end of a notice and a page': noon + 7 * hour,
  // Consent ends with a day in Baku.
  'end of consent, and of a day': Date.parse(at(noon + day).slice(0, 10)) + day - 4 * hour,
} as const;

const asked = () => [...Object.values(addresses()), ...others()];

/** A page without what stands below it, which need not be the newest, and the styles of that. */
const withoutRelated = (body: string): string =>
  body.replace(/<section class="related"[\s\S]*?<\/section>/, '').replaceAll(/<style>[\s\S]*?<\/style>/g, '');

describe('an answer that the CDN keeps', () => {
  beforeAll(async () => {
    const campaign = 'kenar';
    const common = { campaign, tags: [{ az: 'Kenar' }] };
    made.works = await cloud.exhibition({ translations: { az: { title: 'Kenarda işlər', description: 'Mətn' } } });
    const bytes = await picture();
    const last = at(planned['end of consent, and of a day'] - 1).slice(0, 10);
    const ending = { uploadId: await cloud.uploadFile(bytes), artist: child('Aysel Hüseynova', { expiresOn: last }) };
    made.artwork = await cloud.enter(made.works);
    await cloud.act(made.works, 'selection', { artworkIds: [await cloud.enter(made.works, ending), made.artwork] });
    made.leavingWorks = await cloud.exhibition({
      translations: { az: { title: 'Kenarda gedir', description: 'Mətn' } },
    });
    await cloud.act(made.leavingWorks, 'selection', { artworkIds: [await cloud.enter(made.leavingWorks)] });
    const later = await cloud.exhibition({ translations: { az: { title: 'Kenarda gəlir', description: 'Mətn' } } });
    await cloud.act(later, 'selection', { artworkIds: [await cloud.enter(later)] });
    const showings = [{ startsAt: at(planned['end of a showing'] - hour), endsAt: at(planned['end of a showing']) }];
    made.event = await cloud.draft({
      ...{ ...common, translations: text('Kenarda tədbir'), kind: 'event', exhibitionId: made.works },
      ...{ showings: [...showings, { startsAt: at(noon + 20 * day) }] },
      pictures: [{ uploadId: ending.uploadId, alt: { az: 'Rəsm' } }],
    });
    made.leaving = await cloud.draft({ ...common, translations: text('Kenarda gedən') });
    const coming = await cloud.draft({ ...common, translations: text('Kenarda gələn') });
    made.page = await idOf({ kind: 'page', translations: text('Kenarda səhifə') });
    const leavingPage = await idOf({ kind: 'page', translations: text('Kenarda gedən səhifə') });
    const notice = await idOf({ kind: 'notice', translations: { az: { title: 'Bu gün bağlıdır' } } });
    const plan = {
      publishAt: at(planned['beginning of a notice']),
      unpublishAt: at(planned['end of a notice and a page']),
    };
    for (const [id, options] of [
      [made.event, {}],
      [made.leaving, { unpublishAt: at(planned['end of an event']) }],
      [coming, { publishAt: at(planned.publication) }],
      [made.page, {}],
      [leavingPage, { unpublishAt: plan.unpublishAt }],
      [notice, plan],
    ] as const) {
      expect(await cloud.publish(id, options)).toMatchObject({ status: 200 });
    }
    for (const [id, options] of [
      [made.works, {}],
      [made.leavingWorks, { unpublishAt: at(planned['end of an exhibition']) }],
      [later, { publishAt: at(planned['publication of an exhibition']) }],
    ] as const) {
      expect(await cloud.act(id, 'publish', options)).toMatchObject({ status: 200 });
    }
    await cloud.published();
    await cloud.followed('FollowerFunction');
    const index = await (await get('/sitemap.xml')).text();
    // The first, unless the oldest item begins another: its name has to be read.
    made.sitemap = /\/sitemap-(?!lists|artworks)[\w-]+\.xml/.exec(index)?.[0];
  });

  it('has tags and an end, whatever route it is of; an absence has neither', async () => {
    const routes = Object.values(routesByFunction).flatMap((table) => Object.entries(table));
    const kept = routes.filter(
      ([name, route]) => isPublicRead(route) && ![...redirects, ...previews, ...versioned].includes(name),
    );
    expect(Object.keys(addresses()).sort()).toEqual(kept.map(([name]) => name).sort());
    for (const path of asked()) {
      const { status, headers } = await get(path);
      expect([200, 302], path).toContain(status);
      expect(headers.get('x-amz-meta-cache-tag'), path).toMatch(/^site(, (lists|(event|exhibition)-\w{26}))*$/);
      const left = Date.parse(headers.get('expires') ?? '') - Date.now();
      expect(left, path).toBeGreaterThan(0);
      expect(left, path).toBeLessThanOrEqual(week);
      // An age would begin anew in each cache.
      expect(headers.get('cache-control') ?? '', path).toMatch(/^(public, must-revalidate, stale-if-error=\d+)?$/);
    }
    for (const path of ['/v1/events/nothing', '/az/events/nothing', '/v1/feed.jsonfeed']) {
      const { headers } = await get(path);
      expect(headers.get('expires'), path).toBeNull();
      expect(headers.get('cache-control'), path).toBe('public, max-age=0, s-maxage=5');
    }
  });

  it('names what it shows', async () => {
    const tags = async (path: string) => (await get(path)).headers.get('x-amz-meta-cache-tag')?.split(', ');
    expect(await tags('/v1/feed')).toEqual(['site', 'lists']);
    expect(await tags('/')).toEqual(['site']);
    // What may become the old address of something.
    expect(await tags('/?p=117')).toEqual(['site', 'lists']);
    // A slug of one language, which something else may get in the language asked for.
    const slugs = ['/v1/events/kenarda-tedbir', '/v1/exhibitions/kenarda-isler'];
    slugs.push('/v1/exhibitions/kenarda-isler/artworks', `/v1/exhibitions/kenarda-isler/artworks/${made.artwork}`);
    for (const path of slugs) {
      expect(await tags(`${path}?locale=en`), path).toContain('lists');
      for (const first of ['', '?locale=az']) expect(await tags(path + first), path).not.toContain('lists');
    }
    expect(await tags(`/v1/events/${made.event}`)).toEqual(['site', `event-${made.event}`, `exhibition-${made.works}`]);
    // What stands below a page, too.
    expect(await tags('/az/events/kenarda-tedbir')).toContain(`event-${made.leaving}`);
    expect(await tags(addresses().getArtworkPage ?? '')).toEqual(['site', `exhibition-${made.works}`]);
  });

  it('is for any other caller as short-lived as ever', async () => {
    for (const secret of [undefined, '', 'other', `${process.env.EDGE_SECRET}1`]) {
      const headers = secret === undefined ? {} : { [edgeSecretHeader]: secret };
      const answer = await cloud.fetch(`${cloud.apiUrl}/v1/feed`, { headers });
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=5, s-maxage=20/);
      expect(answer.headers.get('x-amz-meta-cache-tag')).toBeNull();
      expect(answer.headers.get('expires')).toBeNull();
    }
  });

  it.each(Object.entries(planned))('ends where it changes by itself, at the latest: %s', async (what, moment) => {
    const read = async () =>
      new Map(
        await Promise.all(
          asked().map(async (path) => {
            const answer = await get(path);
            const whole = await answer.text();
            const body = what.startsWith('publication') ? withoutRelated(whole) : whole;
            return [
              path,
              { status: answer.status, expires: Date.parse(answer.headers.get('expires') ?? ''), body },
            ] as const;
          }),
        ),
      );
    cloud.clock.set(moment - Date.now() - 20_000);
    const before = await read();
    cloud.clock.set(moment - Date.now() + 1);
    const after = await read();
    const changed = [...before].filter(
      ([path, { status, body }]) =>
        status === 200 && (after.get(path)?.status !== 200 || after.get(path)?.body !== body),
    );
    for (const [path, { expires }] of changed) expect(expires, path).toBeLessThanOrEqual(moment);
    expect(changed.length, what).toBeGreaterThan(0);
  });
});
