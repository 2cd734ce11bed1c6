import { describe, expect, it } from 'vitest';
import { withOffset } from '../../shared/model/time/local-time.ts';
import { ask, eventually } from '../support/clients/client.ts';
import { publishedPage } from '../support/published-page.ts';

describe('the pages that list others', () => {
  it('are where the name of the institution leads, and where older items are found', async () => {
    const { slugs, word } = await publishedPage();
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
    const { slugs, word } = await publishedPage({
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
    const { word } = await publishedPage({ showings: [{ startsAt: next }, { startsAt: later }] });
    const { body } = await eventually(
      () => ask('/az'),
      (answer) => answer.body.includes(word),
    );
    expect(body).toContain(`datetime="${withOffset(next, 'Asia/Baku')}"`);
    expect(body).not.toContain(`datetime="${withOffset(later, 'Asia/Baku')}"`);
  });

  it('have what is searched for, and say why words cannot be', async () => {
    const { slugs, word } = await publishedPage();
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
