import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../../shared/model/site/site.ts';
import { calendarPage } from '../../../../shared/public/pages/calendar-page.ts';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { exhibitionPage } from '../../../../shared/public/pages/exhibition-page.ts';
import { frontPage } from '../../../../shared/public/pages/front-page.ts';
import type { Page } from '../../../../shared/public/pages/layout/layout.ts';
import { pageStyle } from '../../../../shared/public/pages/layout/style.ts';
import { listPage } from '../../../../shared/public/pages/list-page.ts';
import { problemPage } from '../../../../shared/public/pages/problem-page.ts';
import { searchPage } from '../../../../shared/public/pages/search-page.ts';
import { base, card, event, exhibition, picture, site, structuredData } from './page-samples.ts';

const now = new Date('2022-11-01T00:00:00Z');

const pageOf = (over: Parameters<typeof event>[0] = {}, cards = [card()]) => eventPage(event(over), cards, site, now);

const dated = card({ startsAt: '2026-12-11T15:00:00.000Z', picture: picture('dated', 'Səhnə') });

const pages: [string, Page][] = [
  ['an event', pageOf({ pictures: [picture('cover', 'Rəsm')] })],
  ['an event without a cover', pageOf()],
  ['an exhibition', exhibitionPage(exhibition(), [card()], site)],
  ['what is newest', listPage({ locale: 'az', category: undefined, items: [card()], nextCursor: 'abc' }, site)],
  ['the front', frontPage({ locale: 'az', ahead: [dated], newest: [card()], exhibitions: [dated] }, site)],
  ['a month', calendarPage({ locale: 'en', month: '2026-12', today: '2026-12-05', items: [dated] }, site)],
  ['a search', searchPage({ locale: 'az', q: 'rəsm', found: { items: [card()], nextCursor: 'abc' } }, site)],
  ['what is missing', problemPage({ status: 404 }, undefined, 'ru', site)],
];

describe.each(pages)('the page of %s', (_, { body, headers }) => {
  const policy = headers['content-security-policy'] ?? '';
  const hashes = (element: string) =>
    [...body.matchAll(new RegExp(`<${element}(?: data-[^>]*)?>(.*?)</${element}>`, 'gs'))].map(
      ([, text = '']) => `'sha256-${hash('sha256', text, 'base64')}'`,
    );

  it('has a policy that names each style and script of it, and nothing else', () => {
    expect(policy).toContain(`style-src ${hashes('style').join(' ')};`);
    expect(policy).toContain(`script-src ${hashes('script').join(' ')};`);
    expect(policy).toMatch(/^default-src 'none'; img-src 'self' data:; /);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('has no style attribute and no event handler, which that policy would forbid', () => {
    expect(body).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });

  it('has one main heading, and none that skips a level', () => {
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [n, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1);
  });
});

it('the style of all pages has less than 5 KB as it is sent', () => {
  expect(gzipSync(pageStyle).length).toBeLessThan(5_000);
  expect(pageStyle).not.toMatch(/\n|[{;,] | [{}]|;}/);
});

/** Text as hostile as it can be while it is one that the domain accepts. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='a",
    '<!--',
    ']]>',
    '\u2028',
  ),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', 'script', 'style', ' '))
    .map((parts) => parts.join('')),
);

describe('hostile text', () => {
  it('adds no element and no attribute, wherever it stands', () => {
    // As a browser parses it: what looks like an attribute inside a value or in structured data is none.
    const shape = (page: string) => {
      const found: string[] = [];
      const parser = new Parser({ onopentag: (name, attributes) => found.push(name, ...Object.keys(attributes)) });
      parser.end(page);
      return found;
    };
    const made = (text: string) =>
      eventPage(
        event({
          title: text,
          summary: text,
          place: { name: text, address: text, accessibility: text },
          ...{ price: text, contact: text, organisers: [{ name: text, role: 'host' }], tags: [text] },
          pictures: [picture('cover', text)],
          category: { slug: 'events', label: text },
        }),
        [card({ title: text })],
        {
          ...site,
          title: { az: text },
          quotation: { az: { text, speaker: text } },
          contact: { address: { az: text } },
        },
        now,
      ).body;
    const expected = shape(made('x'));
    fc.assert(
      fc.property(
        hostile.filter((text) => text.trim() !== ''),
        (text) => {
          expect(shape(made(text))).toEqual(expected);
        },
      ),
      { examples: [[' script=']] },
    );
  });

  it('comes through structured data as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [article] = structuredData(pageOf({ title: text }).body)['@graph'];
        expect(article.headline).toBe(text);
      }),
    );
  });
});

describe('the page of what is newest', () => {
  const list = { locale: 'az', category: 'events', items: [card()], nextCursor: 'a/b' };
  const { body } = listPage(list, site);

  it('lists items, each in its language, and leads to other sections, languages, older items and feeds', () => {
    expect(body).toContain('<h1>Tədbirlər</h1>');
    expect(body).toContain(`<a href="${base}/en/events/training" lang="en" hreflang="en">Training course</a>`);
    expect(body).toContain('<a href="/az?category=events" aria-current="page">Tədbirlər</a>');
    expect(body).toContain('<a href="/az/events">Hamısı</a>');
    expect(body).toContain('<a href="/az/calendar?category=events">Təqvim</a>');
    expect(body).toContain(`<a href="${base}/ru?category=events" lang="ru" hreflang="ru">Русский</a>`);
    expect(body).toContain(
      '<a class="button" rel="next" href="/az?category=events&amp;cursor=a%2Fb">Daha əvvəlkilər</a>',
    );
    expect(body).toContain(`href="${base}/v1/feed.atom?locale=az&amp;category=events"`);
    expect(body).toContain(`<link rel="canonical" href="${base}/az?category=events">`);
  });

  it('says so where there is nothing, and leads nowhere where nothing is older', () => {
    const empty = listPage({ locale: 'en', category: undefined, items: [] }, site).body;
    expect(empty).toContain('<p>There is nothing here yet.</p>');
    expect(empty).not.toContain('rel="next"');
    expect(empty).not.toContain('class="items"');
  });
});

describe('what messengers show of a link to a page', () => {
  const shared = (markup: string) =>
    Object.fromEntries(
      [...markup.matchAll(/<meta (?:property|name)="((?:og|twitter):[a-z_:]+)" content="([^"]*)">/g)].map(
        ([, name, content]) => [name, content],
      ),
    );
  const list = (over: object, of: Site = site) =>
    shared(
      listPage({ locale: 'az', items: [card(), card({ picture: picture('newest', 'Günəş') })], ...over }, of).body,
    );
  const picked = { url: 'https://example.org/share.jpg', alt: { az: 'Bina', en: 'The house' } };

  it('is of a list its title, and the newest picture in it', () => {
    expect(list({ folder: 'exhibitions' })).toMatchObject({
      'og:type': 'website',
      'og:title': 'Sərgilər',
      'og:url': `${base}/az/exhibitions`,
      'og:site_name': 'Mədəniyyət Nazirliyi',
      'og:locale': 'az_AZ',
      'og:image': `${base}/media/newest/1280.jpg`,
      'og:image:alt': 'Günəş',
      'twitter:card': 'summary_large_image',
    });
    expect(list({ items: [] })).not.toHaveProperty('og:image');
    expect(list({ items: [] })).toMatchObject({ 'og:url': `${base}/az`, 'twitter:card': 'summary' });
  });

  it('has the picture of the settings where the page has none', () => {
    const own = { ...site, picture: picked };
    expect(list({}, own)).toMatchObject({ 'og:image': picked.url, 'og:image:alt': 'Bina' });
    const bare = shared(eventPage(event(), [], own, now).body);
    expect(bare).toMatchObject({ 'og:type': 'article', 'og:image': picked.url, 'twitter:card': 'summary_large_image' });
    const withCover = shared(eventPage(event({ pictures: [picture('cover', 'Rəsm')] }), [], own, now).body);
    expect(withCover['og:image']).toBe(`${base}/media/cover/1280.jpg`);
  });
});

describe.each(pages)('the page of %s', (_, { body }) => {
  it('has nothing but valid addresses (RFC 3986), its icon among them', () => {
    const found = [...body.matchAll(/ (?:href|src|content)="((?:https?:|data:|\/)[^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    expect(found.some((text) => text.startsWith('data:image/svg+xml,'))).toBe(true);
    for (const text of found) {
      const address = text.replaceAll('&amp;', '&');
      expect(address).toMatch(/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/);
    }
  });
});

describe('the page of an event', () => {
  const { body } = pageOf({
    ...{
      showings: [{ startsAt: '2022-11-18T20:30:00.000Z', allDay: false }],
      place: { name: 'Bakı' },
      views: 719,
      summary: 'Qısa',
    },
    pictures: [picture('cover', 'Uşaq rəsmi')],
  });

  it('says its date in words, its category, and how often it was read', () => {
    expect(body).toContain('Dərc olunub: <time datetime="2022-11-18">18 noyabr 2022</time>');
    expect(body).toContain('<a href="/az?category=events" aria-current="true">Tədbirlər</a>');
    expect(body).toContain('<p>Baxış sayı: <span id="views" data-before="719">719</span></p>');
    // The script shows it once there are some.
    expect(pageOf().body).toContain('<p hidden>Baxış sayı: <span id="views" data-before="0"></span></p>');
  });

  it('shows what is related to it as cards, each title in its language', () => {
    expect(body.replaceAll(/<[^>]*>/g, '')).toContain('Tədbirlər EnglishTraining courseDərc olunub: 24 iyul 2024');
    expect(body).toContain('lang="en" hreflang="en">Training course</a>');
    expect(body).toContain('<span class="mark" lang="en">English</span>');
    expect(pageOf({}, []).body).not.toContain('class="related"');
  });

  it('offers its cover in every format and width, with its size and text', () => {
    expect(body).toContain('<source type="image/avif" srcset="/media/cover/320.avif 320w, /media/cover/640.avif 640w');
    expect(body).toContain('width="1600" height="1100" alt="Uşaq rəsmi"');
    expect(body).toContain('#cover{background:#a48c6e url(data:image/png;base64,');
  });

  it('names its other languages, and the one for everybody else', () => {
    expect(body).toContain('<link rel="canonical" href="https://sergi.example/az/events/resm">');
    for (const [locale, path] of Object.entries({
      az: 'az/events/resm',
      en: 'en/events/drawing',
      'x-default': 'az/events/resm',
    }))
      expect(body).toContain(`<link rel="alternate" hreflang="${locale}" href="https://sergi.example/${path}">`);
    expect(body).toContain('<a href="https://sergi.example/en/events/drawing" lang="en" hreflang="en">English</a>');
  });

  it('leads readers of other languages to what the site would show them', () => {
    const alternates = ['ru', 'en'].map((locale) => ({ locale, slug: 's', url: `${base}/${locale}/events/s` }));
    const page = pageOf({ locale: 'ru', alternates }).body;
    expect(page).toContain(`<link rel="alternate" hreflang="x-default" href="${base}/en/events/s">`);
  });

  it('tells previews a JPEG with an absolute address, and its language with its territory', () => {
    for (const [name, content] of Object.entries({
      'og:image': 'https://sergi.example/media/cover/1280.jpg',
      'og:image:width': '1280',
      'og:image:height': '880',
      'og:image:alt': 'Uşaq rəsmi',
      'og:locale': 'az_AZ',
      'og:locale:alternate': 'en_GB',
      'article:published_time': '2022-11-18T12:00:00+04:00',
    }))
      expect(body).toContain(`<meta property="${name}" content="${content}">`);
  });

  it('tells search engines of the news and of the event, by the clock of the site', () => {
    const [article, occasion] = structuredData(body)['@graph'];
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2022-11-18T12:00:00+04:00',
      publisher: { '@type': 'Organization', name: 'Mədəniyyət Nazirliyi' },
      interactionStatistic: { userInteractionCount: 719 },
    });
    expect(occasion).toMatchObject({
      '@type': 'Event',
      startDate: '2022-11-19T00:30:00+04:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'Bakı', address: 'Bakı' },
    });
    expect(structuredData(pageOf().body)['@graph']).toHaveLength(1);
  });

  it('counts a view of itself, and pages of nothing do not', () => {
    expect(body).toContain(`<script data-views="/v1/events/${event().id}/views">`);
    expect(problemPage({ status: 404 }, undefined, 'az', site).body).not.toContain('data-views');
  });

  it('leads to its feeds, and to itself for programs', () => {
    expect(body).toContain(
      'type="application/atom+xml" title="Tədbirlər (Atom)" href="https://sergi.example/v1/feed.atom?locale=az&amp;category=events"',
    );
    expect(body).toContain('type="application/json" href="https://sergi.example/v1/events/resm?locale=az"');
  });
});

describe('the page of an exhibition', () => {
  const { body } = exhibitionPage(exhibition(), [], site);

  it('shows each artwork as a figure with an anchor, and names the artist as consent allows', () => {
    expect(body).toContain('<li id="artwork-01J00000000000000000000011"><figure class="work">');
    expect(body).toContain(
      '<h3>Günəş 1</h3></a><figcaption><p>Aysel M. · Yaş: 9</p><p>6 nömrəli məktəb</p><p>Akvarel · 2022</p></figcaption>',
    );
    expect(body).toContain('/exhibitions/sergi/artworks/01J00000000000000000000011"');
    expect(body).toContain('18 noyabr – 2 dekabr 2022');
  });

  it('tells search engines of its artworks, without a creator whose name is withheld', () => {
    const [node] = structuredData(body)['@graph'];
    expect(node).toMatchObject({
      '@type': 'ExhibitionEvent',
      startDate: '2022-11-18',
      endDate: '2022-12-02',
      organizer: [{ name: 'Nazirlik' }],
      contributor: [{ name: 'Səfirlik' }],
      workFeatured: [
        { '@type': 'VisualArtwork', creator: { '@type': 'Person', name: 'Aysel M.' }, artMedium: 'Akvarel' },
        { '@type': 'VisualArtwork' },
      ],
    });
    expect(node.workFeatured[1]).not.toHaveProperty('creator');
  });
});

describe('a refusal', () => {
  it.each([
    [404, 'en', 'Not found'],
    // Whoever tries again gets the same.
    [400, 'az', 'Göndərilən məlumat düzgün deyil'],
    [410, 'az', 'Material geri götürülüb'],
    [503, 'ru', 'Произошла ошибка'],
    [404, 'fr', 'Not found'],
    // A reader who is led elsewhere has come upon no error.
    [302, 'en', 'This has another address'],
  ])('%i in %s is a page that says so', (status, locale, title) => {
    const { body } = problemPage({ status }, undefined, locale, site);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(`<h1>${title}</h1>`);
    expect(body).toContain('<meta name="robots" content="noindex">');
  });

  it('marks words of ours as English where the page is in a language that we have none in', () => {
    expect(problemPage({ status: 404 }, undefined, 'fr', site).body).toContain('<div lang="en">');
  });
});
