import { beforeAll, describe, expect, it } from 'vitest';
import { ask, eventually, feed, importArchive, publish, unique } from '../support/clients/client.ts';
import { publishedPage } from '../support/published-page.ts';

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
    ({ id, word, slugs } = await publishedPage({
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
    await publishedPage();
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
    const course = await publishedPage({ showings: [{ startsAt: first }, { startsAt: second }] });
    const file = (await ask(`/v1/events/${course.id}/calendar.ics`)).body;
    expect([...file.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual([
      course.id,
      `${course.id}.20310509T100000Z`,
    ]);
    const news = await publishedPage();
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
    const mine = await publishedPage();
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

  it('leads on in its language, with a parameter as often as it had it', async () => {
    const name = unique('old');
    const line = {
      ...{ externalId: name, publishedAt: '2022-11-18', category: 'events' },
      translations: { az: { title: `${name} az`, body: 'Mətn' }, en: { title: `${name} en`, body: 'Text' } },
      redirectsFrom: [`/${name}`, `/en/${name}`, `/?lang=en&id=${name}`, `/ru/${name}`, `/${name}?tag=b&tag=a`],
    };
    expect((await importArchive([line])).body.created).toBe(1);
    const [az, en] = [`/az/events/${name}-az`, `/en/events/${name}-en`].map((page) =>
      expect.stringMatching(`${page}$`),
    );
    for (const [n, page] of [az, en, en, az, az].entries()) {
      const answer = await eventually(
        () => ask(line.redirectsFrom[n] ?? ''),
        ({ status }) => status === 301,
      );
      expect(answer.headers.get('location'), line.redirectsFrom[n]).toEqual(page);
    }
  });
});
