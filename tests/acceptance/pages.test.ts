import { beforeAll, describe, expect, it } from 'vitest';
import { withOffset } from '../../shared/model/time/local-time.ts';
import {
  ask,
  createPublished,
  eventually,
  feed,
  importArchive,
  publish,
  text,
  unique,
} from '../support/clients/client.ts';

/** A published event in two languages, and the addresses of its pages once they are there. */
const published = async (content: object = {}) => {
  const word = unique('page');
  const answer = await createPublished({
    translations: { az: text(`Sərgi ${word}`), en: text(`Exhibition ${word}`) },
    ...content,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { id, translations } = answer.body;
  const slugs: Record<string, string> = { az: translations.az.slug, en: translations.en?.slug };
  await eventually(
    () => ask(`/az/events/${slugs.az}`),
    ({ status }) => status === 200,
  );
  return { id, word, slugs };
};

const locationOf = async (path: string) => {
  const { status, headers } = await ask(path);
  if (status === 301) expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5');
  return { status, path: new URL(headers.get('location') ?? 'http://none.invalid').pathname };
};

describe('the page of an event', () => {
  let id: string;
  let word: string;
  let slugs: Record<string, string>;

  beforeAll(async () => {
    ({ id, word, slugs } = await published({
      showings: [{ startsAt: '2022-11-18' }],
      place: { name: { az: 'Bakı' } },
    }));
  });

  it('is HTML in its language, complete, with a strict policy', async () => {
    const { status, headers, body } = await ask(`/az/events/${slugs.az}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-language')).toBe('az');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(
      /^public, (max-age=(0, must-revalidate|5, s-maxage=20)|must-revalidate, stale-if-error=)/,
    );
    expect(body).toMatch(/^<!doctype html>\n<html lang="az">/);
    expect(body).toContain(`<h1>Sərgi ${word}</h1>`);
    expect(body).toContain('<p>With <strong>two</strong> paragraphs.</p>');
    expect(body).toContain('18 noyabr 2022');
    expect(body).toContain('>Çap et</button>');
  });

  it('is at the address that feeds give, and names the address in its other language', async () => {
    const { body } = await ask(`/v1/events/${id}`);
    expect(new URL(body.url).pathname).toBe(`/az/events/${slugs.az}`);
    const page = await ask(body.url);
    expect(page.body).toContain(`<link rel="canonical" href="${body.url}">`);
    expect(page.body).toMatch(new RegExp(`hreflang="en" href="[^"]*/en/events/${slugs.en}"`));
  });

  it('answers 304 to who has it, and HEAD without a body', async () => {
    const path = `/en/events/${slugs.en}`;
    // What others publish meanwhile changes the list below, and the tag with it.
    const again = await eventually(
      async () => ask(path, { headers: { 'if-none-match': (await ask(path)).headers.get('etag') ?? '' } }),
      ({ status }) => status === 304,
    );
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(await ask(path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('shows the newest others of its category', async () => {
    await published();
    const relatedIn = ({ body }: { body: string }) => body.split('<section class="related"')[1] ?? '';
    const urlsIn = (list: string) => [...list.matchAll(/<h3><a href="([^"]*)"/g)].map(([, url = '']) => url);
    let urls: string[] = [];
    // Others publish meanwhile: the feed and the list are taken until nobody came between.
    const page = await eventually(
      async () => {
        const { body } = await ask('/v1/feed?locale=az&category=events&limit=7');
        const others = body.items.filter((item: { id: string }) => item.id !== id);
        urls = others.slice(0, 6).map(({ url }: { url: string }) => url);
        return ask(`/az/events/${slugs.az}`);
      },
      (answer) =>
        urls.length > 0 && JSON.stringify(urlsIn(relatedIn(answer)).sort()) === JSON.stringify([...urls].sort()),
    );
    expect(urlsIn(relatedIn(page)).sort()).toEqual([...urls].sort());
    expect(relatedIn(page)).toContain('<p class="kind">Tədbirlər</p>');
  });

  it('is a calendar file for those who want to come, with the UID that it has in the calendar', async () => {
    const { body } = await ask(`/az/events/${slugs.az}`);
    const [path = ''] = body.match(/\/v1\/events\/[^"]*\/calendar\.ics\?locale=az/) ?? [];
    const { status, headers, body: calendar } = await ask(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${slugs.az}.ics"`);
    expect(calendar).toContain(`UID:${id}\r\n`);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20221118\r\n');
    expect((await ask(`/v1/events/${id}/calendar.ics?ref=x`)).body).toContain(`SUMMARY;LANGUAGE=az:Sərgi ${word}`);
    expect((await ask('/v1/events/nothing-here/calendar.ics')).status).toBe(404);
    const [first, second] = ['2031-05-02T10:00:00.000Z', '2031-05-09T10:00:00.000Z'];
    const course = await published({ showings: [{ startsAt: first }, { startsAt: second }] });
    const file = (await ask(`/v1/events/${course.id}/calendar.ics`)).body;
    expect([...file.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual([
      course.id,
      `${course.id}.20310509T100000Z`,
    ]);
    const news = await published();
    expect((await ask(`/v1/events/${news.id}/calendar.ics`)).status).toBe(404);
  });

  it.each([
    ['the slug of another language', () => `/az/events/${slugs.en}`, () => `/az/events/${slugs.az}`],
    ['an id', () => `/en/events/${id}`, () => `/en/events/${slugs.en}`],
    ['a language that it lacks', () => `/ru/events/${slugs.az}`, () => `/az/events/${slugs.az}`],
    [
      'something that was added to the address',
      () => `/az/events/${slugs.en}?utm_source=x`,
      () => `/az/events/${slugs.az}`,
    ],
  ])('is where %s leads', async (_, from, to) => {
    expect(await locationOf(from())).toEqual({ status: 301, path: to() });
  });

  it.each(['/', '//'])('is where the address with %s at its end leads', async (slashes) => {
    const path = `/az/events/${slugs.az}`;
    const answer = await ask(`${path}${slashes}?from=1`);
    // Some gateways take a slash for nothing, and answer themselves.
    if (answer.status === 200) return;
    expect([answer.status, answer.headers.get('location')?.endsWith(`${path}?from=1`)]).toEqual([301, true]);
  });

  it('is where a former slug leads, and is gone when it is withdrawn, in words for people', async () => {
    const mine = await published();
    const { headers } = await ask(`/v1/staff/events/${mine.id}`, { as: 'contributor' });
    const slug = unique('renamed');
    await ask(`/v1/staff/events/${mine.id}`, {
      ...{ method: 'PATCH', as: 'contributor', headers: { 'if-match': headers.get('etag') ?? '' } },
      body: { translations: { az: { slug } } },
    });
    await publish(mine.id);
    const from = `/az/events/${mine.slugs.az}`;
    const moved = await eventually(
      () => ask(from),
      ({ status }) => status === 301,
    );
    expect(new URL(moved.headers.get('location') ?? '').pathname).toBe(`/az/events/${slug}`);

    await ask(`/v1/staff/events/${mine.id}/unpublish`, { as: 'editor', body: {} });
    for (const path of [`/az/events/${slug}`, from]) {
      const gone = await eventually(
        () => ask(path),
        ({ status }) => status === 410,
      );
      expect(gone.status).toBe(410);
      expect(gone.body).toContain('<h1>Material geri götürülüb</h1>');
      expect(gone.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it.each([
    '/az/events/nothing-here',
    '/az/exhibitions/nothing-here',
    '/fr/events/x',
    '/az/events/%3Cscript%3E',
    '/az/nowhere',
    '//a%20b',
    '/%ED%A0%80',
  ])('is a page that says so where there is nothing: %s', async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5');
    expect(body).toContain('<html lang="az">');
    expect(body).toContain('<h1>Tapılmadı</h1>');
    expect(body).not.toContain('<script>alert');
  });

  it('leaves refusals to programs what they are', async () => {
    const { status, headers } = await ask('/v1/nothing');
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });

  it('gives way to an address of the earlier site that looks like one of ours', async () => {
    const name = unique('old');
    const line = {
      ...{ externalId: name, publishedAt: '2022-11-18', category: 'events', campaign: name },
      translations: { az: { title: name, body: 'Mətn' } },
      redirectsFrom: [
        ...[`/az/events/${name}.html`, `/az/exhibitions/show?id=${name}`],
        ...[`/?id=${name}`, `/az?category=A%20b&id=${name}`, `/az/exhibitions/${name}/artworks/5`],
      ],
    };
    expect((await importArchive([line])).body.created).toBe(1);
    const { body } = await eventually(
      () => feed(name),
      ({ body }) => body.items.length === 1,
    );
    for (const path of line.redirectsFrom) {
      const answer = await eventually(
        () => ask(path),
        ({ status }) => status === 301,
      );
      expect(answer.headers.get('location')).toBe(body.items[0].url);
    }
  });
});

describe('the pages that list others', () => {
  it('are where the name of the institution leads, and where older items are found', async () => {
    const { slugs, word } = await published();
    const first = (await ask(`/az/events/${slugs.az}`)).body.match(/<p class="name"[^>]*><a href="([^"]*)">/)?.[1];
    expect(first).toBe('/az');
    const front = await ask('/az');
    expect(front.body).toContain('<a href="/az/events">Bütün xəbərlər və tədbirlər</a>');
    expect(front.body).toContain('href="/az?category=news">');
    for (const list of ['/az/events', '/az?category=events']) {
      let path: string | undefined = list;
      let found = '';
      for (let pages = 0; path !== undefined && !found && pages < 50; pages += 1) {
        const { status, headers, body } = await ask(path);
        expect([status, headers.get('content-language')]).toEqual([200, 'az']);
        if (body.includes(`/az/events/${slugs.az}">Sərgi ${word}</a>`)) found = path;
        path = body.match(/<link rel="next" href="([^"]*)">/)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(found, list).toMatch(/^\/az/);
    }
  });

  it('is there for each section, and refuses one that the site does not have', async () => {
    const { status, body } = await ask('/en?category=exhibitions&utm_source=x');
    expect(status).toBe(200);
    expect(body).toContain('<h1>Exhibitions</h1>');
    expect((await ask('/en?category=nothing-here')).status).toBe(404);
    expect((await ask('/en?category=exhibitions&cursor=x')).status).toBe(400);
  });

  it('have what takes place by month, and by section', async () => {
    const { slugs, word } = await published({
      showings: [{ startsAt: '2031-03-05T10:00:00Z' }],
      place: { name: { az: 'Bakı' } },
    });
    const { body } = await eventually(
      () => ask('/az/calendar?month=2031-03&category=events&utm_source=x'),
      (answer) => answer.body.includes(word),
    );
    expect(body).toContain('<h1>Təqvim: mart 2031</h1>');
    expect(body).toContain('<h3>5 mart, çərşənbə</h3>');
    expect(body).toContain(`/az/events/${slugs.az}">Sərgi ${word}</a>`);
    expect((await ask('/az/calendar')).status).toBe(200);
    expect((await ask('/az/calendar?month=2031-13')).status).toBe(400);
    expect((await ask('/az/calendar?category=nothing-here')).status).toBe(404);
    // It is on the front page too, unless seven others come before it.
    expect((await ask('/az')).body).toContain('<h2 id="ahead">İndi və tezliklə</h2>');
  });

  it('have the next showing of what takes place several times', async () => {
    const inMinutes = (minutes: number) => new Date(Math.ceil(Date.now() / 60_000 + minutes) * 60_000).toISOString();
    const [next, later] = [inMinutes(2), inMinutes(20_000)];
    const { word } = await published({ showings: [{ startsAt: next }, { startsAt: later }] });
    const { body } = await eventually(
      () => ask('/az'),
      (answer) => answer.body.includes(word),
    );
    expect(body).toContain(`datetime="${withOffset(next, 'Asia/Baku')}"`);
    expect(body).not.toContain(`datetime="${withOffset(later, 'Asia/Baku')}"`);
  });

  it('have what is searched for, and say why words cannot be', async () => {
    const { slugs, word } = await published();
    const { body } = await eventually(
      () => ask(`/az/search?q=${word}`),
      (answer) => answer.body.includes(slugs.az ?? ''),
    );
    const marked = word.replace(/\w+/g, '<mark>$&</mark>');
    expect(body).toContain(`/az/events/${slugs.az}">Sərgi ${marked}</a>`);
    expect(body).toContain(`value="${word}"`);
    const short = await ask('/az/search?q=x');
    expect([short.status, short.body.includes('role="status"')]).toEqual([200, true]);
    expect((await ask('/az/search')).body).toContain('<h1>Axtarış</h1>');
    expect((await ask(`/az/search?q=${word}&cursor=x`)).status).toBe(400);
    expect((await ask('/az/search/')).body).not.toContain('Tapılmadı');
  });

  it.each([
    ['az', '/az'],
    ['en-GB,en;q=0.9', '/en'],
    ['de-DE,de;q=0.9,ru;q=0.7,en;q=0.8', '/en'],
    ['fr, ru-RU;q=0.1', '/ru'],
    ['ru;q=0, *', '/az'],
    ['de', '/az'],
    ['', '/az'],
    ['?"', '/az'],
  ])('is where the root leads a reader of "%s"', async (languages, path) => {
    const answer = await ask('/', { headers: { 'accept-language': languages } });
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '').pathname).toBe(path);
    expect(answer.headers.get('vary')).toContain('accept-language');
    expect(answer.headers.get('cache-control')).toMatch(
      /^public, (max-age=(0, must-revalidate|5, s-maxage=20)|must-revalidate, stale-if-error=)/,
    );
  });

  it('is in one spelling of its language, to which others lead with their query', async () => {
    for (const [from, to] of [
      ['/AZ?category=events', '/az?category=events'],
      ['/en-US', '/en'],
      ['/ru-Cyrl-RU/exhibitions', '/ru/exhibitions'],
      ['/EN/events/x-y', '/en/events/x-y'],
    ] as const) {
      const { status, headers } = await ask(from);
      const { pathname, search } = new URL(headers.get('location') ?? 'http://none.invalid');
      expect([status, `${pathname}${search}`], from).toEqual([301, to]);
    }
    for (const path of ['/az-news', '/az-news/events/x', '/xx-US']) expect((await ask(path)).status, path).toBe(404);
  });

  it.each(['events', 'exhibitions'])('is there for all %s', async (folder) => {
    const { status, headers, body } = await ask(`/ru/${folder}?ref=x`);
    expect([status, headers.get('content-language')]).toEqual([200, 'ru']);
    expect(body).toMatch(new RegExp(`<link rel="canonical" href="[^"]*/ru/${folder}">`));
    expect(body).toMatch(new RegExp(`hreflang="en" href="[^"]*/en/${folder}"`));
    const others = folder === 'events' ? 'exhibitions' : 'events';
    expect(body.split('<ul class="cards">')[1]?.split('</main>')[0] ?? '').not.toContain(`/${others}/`);
    expect((await ask(`/ru/${folder}?cursor=x`)).status).toBe(400);
  });

  it('is where a slash at the end leads', async () => {
    // Some gateways take the slash for nothing, and answer themselves.
    const slashed = await ask('/ru/');
    const russian = slashed.status === 301 ? await ask(slashed.headers.get('location') ?? '') : slashed;
    expect([russian.status, russian.headers.get('content-language')]).toEqual([200, 'ru']);
  });
});

describe('what leads search engines', () => {
  it('is named by robots.txt, which keeps them from what is the staff’s', async () => {
    const { headers, body } = await ask('/robots.txt');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(body).toMatch(
      /^User-agent: \*\nAllow: \/\nDisallow: \/v1\/staff\/\n\nSitemap: https?:\/\/\S+\/sitemap\.xml\n$/,
    );
  });

  it('has the pages of an event in every language in one of its files', async () => {
    const { slugs } = await published();
    const contains = async () => {
      const index = await ask('/sitemap.xml');
      const files = [...String(index.body).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
      for (const file of files) {
        const answer = await ask(file);
        if (String(answer.body).includes(`/az/events/${slugs.az}<`)) return answer;
      }
      return index;
    };
    const { headers, body } = await eventually(contains, ({ body }) => String(body).includes(`/${slugs.en}<`));
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const index = (await ask('/sitemap.xml?ref=x')).body;
    // A sitemap may name only what lies below its own folder.
    for (const [, file = ''] of index.matchAll(/<loc>(.*?)<\/loc>/g)) expect(file).toMatch(/^https?:\/\/[^/]+\/[^/]+$/);
    const lists = (await ask('/sitemap-lists.xml')).body;
    for (const path of ['/az', '/ru?category=events', '/en/events', '/az/exhibitions']) {
      expect(lists, path).toMatch(new RegExp(`<loc>https?://[^/<]+${path.replace('?', '\\?')}</loc>`));
    }
    expect(body).toMatch(
      new RegExp(
        `<loc>[^<]*/az/events/${slugs.az}</loc><lastmod>[^<]*</lastmod><xhtml:link [^>]*/az/events/${slugs.az}"/><xhtml:link [^>]*/en/events/${slugs.en}"/>`,
      ),
    );
  });
});
