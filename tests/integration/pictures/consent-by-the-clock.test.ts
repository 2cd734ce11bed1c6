import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** The day after tomorrow in Baku (UTC+4), and its end. */
const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
const end = Date.parse(`${last}T20:00:00Z`);

const later = (days: number): string => new Date(end + days * 86_400_000).toISOString();

/** Where readers and their programs begin: all else is found by following links. */
const starts = [
  ...['/', '/az', '/az/events', '/az/events?tag=Bahar', '/az/exhibitions', '/az/calendar', '/sitemap.xml', '/v1/site'],
  ...['?limit=100', '?limit=100&fields=body', '.rss', '.atom', '.json', '.json?content=summary', '.ics'].map(
    (rest) => `/v1/feed${rest}`,
  ),
  ...[1, 9].map((days) => `/az/calendar?month=${later(days).slice(0, 7)}`),
  ...['/v1/calendar', '/v1/pages', '/v1/exhibitions', '/v1/iiif/collection'],
  ...['/v1/search', '/az/search'].flatMap((path) =>
    ['Sərgi', 'Tədbir', 'Səhifə', 'Günəş'].map((q) => `${path}?q=${q}`),
  ),
];

/** What is no text, and a language that is read as English is. */
const skipped = /^\/(?:(?:media|v1\/(?:staff|fonts|assets)|ru)(?:\/|$|\?)|.*[?&]locale=ru)/;

/** Every public answer that a reader can come to, by its path: JSON, pages, feeds, calendars, IIIF and sitemaps. */
const crawl = async (from: Iterable<string>): Promise<Map<string, string>> => {
  const answers = new Map<string, string>();
  const open = [...from].map((path) => new URL(path, cloud.url).href);
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    const { origin, pathname, search } = new URL(url);
    const path = pathname + search;
    if (origin !== new URL(cloud.url).origin || answers.has(path) || skipped.test(path)) continue;
    // Each month of the calendar leads on to the next.
    if (search.includes('month=') && !starts.includes(path)) continue;
    const response = await cloud.fetch(cloud.apiUrl + path, { redirect: 'manual' });
    // A calendar has its addresses in several lines.
    const text = (await response.text()).replaceAll('\r\n ', '');
    answers.set(path, `${JSON.stringify([...response.headers])} ${text}`);
    const links = text.replaceAll('&amp;', '&').matchAll(/(?:href|src|action)="(\/[^"]*)"|(https?:\/\/[^\s"'<>\\)]+)/g);
    for (const [, path, whole = path] of links)
      if (URL.canParse(whole ?? '', cloud.url)) open.push(new URL(whole ?? '', cloud.url).href);
  }
  return answers;
};

const mediaIn = (shown: string): string => /\/media\/([\w-]{22})\//.exec(shown)?.[1] ?? 'none';

const get = async (path: string) => (await cloud.ask(path)).body;

it('shows a picture nowhere from the second on at which consent to it ends', async () => {
  const bytes = await picture();
  const upload = await cloud.uploadFile(bytes);
  const works = await cloud.exhibition({ closesOn: later(40).slice(0, 10) });
  const artist = child('Xendsx Hüseynova', { expiresOn: last });
  const ending = await cloud.enter(works, { uploadId: await cloud.uploadFile(bytes), artist });
  await cloud.act(works, 'selection', { artworkIds: [ending, await cloud.enter(works)] });

  const alt = { az: 'Rəsm' };
  const photographs = await cloud.exhibition({ pictures: [{ uploadId: upload, alt }], cover: { uploadId: upload } });
  await cloud.act(photographs, 'selection', { artworkIds: [await cloud.enter(photographs)] });
  for (const id of [works, photographs]) expect((await cloud.act(id, 'publish')).status).toBe(200);

  const content = { pictures: [{ uploadId: upload, alt }] };
  const textOf = (title: string) => ({ az: { title, body: `Mətn\n\n![Rəsm](upload:${upload} "Altyazı")` } });
  const event = await cloud.draft({
    ...{ ...content, translations: textOf('Tədbir'), tags: [{ az: 'Bahar' }] },
    ...{ kind: 'event', showings: [{ startsAt: later(1) }, { startsAt: later(9) }] },
  });
  const page = (
    await cloud.ask('/v1/staff/events', { body: { ...content, kind: 'page', translations: textOf('Səhifə') } })
  ).body.id;
  for (const id of [event, page]) expect((await cloud.publish(id)).status).toBe(200);
  await cloud.published();

  cloud.clock.set(end - Date.now() - 60_000);
  const shown = {
    artwork: mediaIn(JSON.stringify((await get(`/v1/exhibitions/${works}`)).artworks[0])),
    photograph: mediaIn(JSON.stringify((await get(`/v1/exhibitions/${photographs}`)).pictures)),
    'picture of an event': mediaIn(JSON.stringify((await get(`/v1/events/${event}`)).pictures)),
    'picture in the text of an event': mediaIn((await get(`/v1/events/${event}`)).body.html),
    'picture of a page': mediaIn(JSON.stringify((await get(`/v1/pages/${page}`)).pictures)),
    'picture in the text of a page': mediaIn((await get(`/v1/pages/${page}`)).body.html),
  };
  const words = [...Object.values(shown), 'Xendsx'];
  const showing = (answers: ReadonlyMap<string, string>): string[] =>
    [...answers].filter(([, text]) => words.some((word) => text.includes(word))).map(([path]) => path);
  const before = await crawl(starts);
  for (const [what, media] of Object.entries(shown)) expect([...before.values()].join(), what).toContain(media);
  const places = [
    ...['/az', '/en', '/az/events?tag=Bahar', '/az/exhibitions', '/az/events/tedbir', '/az/sehife'],
    ...[
      '/v1/feed?limit=100&fields=body',
      '/v1/feed.rss',
      '/v1/feed.atom',
      '/v1/feed.json',
      '/v1/feed.ics',
      '/v1/calendar',
    ],
    ...[`/v1/exhibitions/${works}/manifest`, '/v1/iiif/collection', `/sitemap-artworks-${works}-az.xml`],
  ];
  expect(showing(before)).toEqual(expect.arrayContaining(places));

  cloud.clock.set(end - Date.now() + 1);
  const known = [...before.keys()].filter((path) => !words.some((word) => path.includes(word)));
  const after = await crawl([...starts, ...known]);
  expect(after.size).toBeGreaterThanOrEqual(known.length);
  expect(showing(after)).toEqual([]);
});
