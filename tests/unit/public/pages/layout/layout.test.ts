import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fontFile } from '../../../../../shared/contract/fonts.ts';
import type { Site } from '../../../../../shared/model/site/site.ts';
import { draftPage, exhibitionDraftPage } from '../../../../../shared/public/pages/draft-page.ts';
import { eventPage } from '../../../../../shared/public/pages/event-page.ts';
import { frontPage } from '../../../../../shared/public/pages/front-page.ts';
import { renderLayout } from '../../../../../shared/public/pages/layout/layout.ts';
import { base, card, event, exhibition, picture, site } from '../page-samples.ts';

const layout = (over: Partial<Site> = {}, parts: Partial<Parameters<typeof renderLayout>[1]> = {}) =>
  renderLayout({ ...site, ...over }, { locale: 'az', title: 'Səhifə', main: '', ...parts });

describe('the header', () => {
  it('has the institution, its sections and the calendar, and the search as a form that needs no script', () => {
    const { body } = layout({}, { place: { section: 'news', isSection: true } });
    expect(body).toContain('<a href="/az"><span>Mədəniyyət Nazirliyi</span></a>');
    expect(body).toContain('<a href="/az?category=events">Tədbirlər</a>');
    expect(body).toContain('<a href="/az?category=news" aria-current="page">Xəbərlər</a>');
    expect(body).toContain('<a href="/az/calendar">Təqvim</a>');
    expect(body).toContain('action="/az/search" method="get"');
  });

  it('names eight sections at most, and says where the others are', () => {
    const categories = Array.from({ length: 9 }, (_, n) => ({ slug: `s${n}`, label: { az: `Bölmə ${n}` } }));
    expect(layout({ categories }).body).toContain('<a href="/az#sections">Bölmələr</a>');
    expect(layout({ categories }).body).not.toContain('Bölmə 8');
    expect(layout({ categories: categories.slice(1) }).body).not.toContain('#sections');
  });

  it('lists all languages, and says of those that the page is not in where they lead', () => {
    const { body } = layout({}, { alternates: [{ locale: 'en', url: `${base}/en/events/drawing` }] });
    expect(body).toContain('<span aria-current="true">Azərbaycan</span>');
    expect(body).toContain(`<a href="${base}/en/events/drawing" lang="en" hreflang="en">English</a>`);
    expect(body).toContain('<a href="/ru" lang="ru" hreflang="ru">Русский <small>нет перевода: главная</small></a>');
  });

  it('has the logo of the settings, whose host is the only other one that the policy lets pictures come from', () => {
    const { body, headers } = layout({ logo: { url: 'https://files.example.org/logo.svg' } });
    expect(body).toContain('<img src="https://files.example.org/logo.svg" alt="" height="48">');
    expect(headers['content-security-policy']).toContain("img-src 'self' data: https://files.example.org;");
  });

  it('is written in the font of the system, or in that of the settings, which the site serves itself', () => {
    expect(layout().body).not.toContain('@font-face');
    expect(layout().headers['content-security-policy']).not.toContain('font-src');
    const { body, headers } = layout({ font: 'literata' });
    expect(body).toContain(`src:url(/v1/fonts/${fontFile('literata', 'azerbaijani')})`);
    expect(body).toMatch(/:root{--type:"Literata",f0,/);
    expect(headers['content-security-policy']).toContain("font-src 'self';");
  });

  it('has the colours of the settings, and lightens them on dark screens', () => {
    const { body } = layout({ colours: { accent: '#8a1538', header: '#f2c230' } });
    expect(body).toContain('--accent:#8a1538;--header:#f2c230;--on-header:#000000');
    expect(body).toMatch(/@media screen and \(prefers-color-scheme:dark\){:root{--accent:#[b-f]/);
  });
});

describe('the footer', () => {
  it('has the quotation with its speaker, how to reach the institution, and how to follow it', () => {
    const { body } = layout({
      contact: { address: { az: 'Azadlıq meydanı 1\nBakı' }, phone: '+994 (12) 000-00-00', email: 'info@example.org' },
      accessibilityStatement: 'https://example.org/{locale}/accessibility',
    });
    const footer = body.split('<footer')[1] ?? '';
    expect(footer).toContain('<blockquote><p>Gələcəyimiz uşaqlardır.</p></blockquote><figcaption>Nazir</figcaption>');
    expect(footer).toContain('<p class="address">Azadlıq meydanı 1\nBakı</p>');
    expect(footer).toContain('<a href="tel:+994120000000">+994 (12) 000-00-00</a>');
    expect(footer).toContain('<a href="mailto:info@example.org">');
    expect(footer).toContain('<a href="/v1/feed.rss?locale=az">RSS</a>');
    expect(footer).toContain('<a href="/v1/feed.ics?locale=az">Təqvimə abunə ol</a>');
    expect(footer).toContain('<a href="https://example.org/az/accessibility">');
  });

  it('leaves out what the settings do not say, and calls no number that is none', () => {
    expect(layout().body).not.toContain('Əlaqə');
    expect(layout({ contact: { phone: 'daxili 12-34, 5-ci otaq' } }).body).not.toContain('tel:');
  });
});

describe('the direction of writing', () => {
  it('is that of the language of the page, and of each part in another', () => {
    const arabic = { ...site, locales: ['ar', 'az'] };
    const { body } = renderLayout(arabic, { locale: 'ar', title: 'صفحة', main: '' });
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain('<a href="/az" lang="az" dir="ltr" hreflang="az">');
    expect(
      frontPage({ locale: 'az', ahead: [], newest: [card({ locale: 'ar' })], exhibitions: [] }, arabic).body,
    ).toContain('lang="ar" dir="rtl" hreflang="ar">Training course</a>');
    expect(layout().body).not.toContain(' dir=');
  });
});

describe('a draft', () => {
  it('says that it is one, and may show pictures of the store where those are', () => {
    const { body, headers } = layout({}, { draft: { pictures: 'https://store.example.org' } });
    expect(body).toContain('Qaralama: bu səhifə dərc olunmayıb.');
    expect(headers['content-security-policy']).toContain("img-src 'self' data: https://store.example.org;");
    expect(layout().body).not.toContain('class="draft"');
  });

  it('leads to no other language, whose address is not public or shows what is', () => {
    expect(layout().body).toContain('class="languages"');
    expect(layout({}, { draft: { pictures: undefined } }).body).not.toContain('class="languages"');
  });

  it('of an exhibition may show its photographs, of one that has no artworks yet as of any', () => {
    const hall = picture('hall', 'Zal');
    const renditions = hall.renditions.map((one) => ({
      ...one,
      url: one.url.replace(base, 'https://store.example.org'),
    }));
    const photograph = { ...hall, renditions };
    const draft = exhibition({ artworks: [], cover: photograph, pictures: [photograph] });
    const { headers } = exhibitionDraftPage({ ...draft, isNew: true }, site);
    expect(headers['content-security-policy']).toContain("img-src 'self' data: https://store.example.org;");
  });

  it('says no day of publication, and is not to be cited, until it has been public', () => {
    const pageOf = (isNew: boolean) => [
      draftPage({ ...event(), pageBody: { html: '<p>Text.</p>', pictures: [] }, isNew }, site, new Date()).body,
      exhibitionDraftPage({ ...exhibition(), isNew }, site).body,
    ];
    for (const body of pageOf(true)) {
      expect(body).toContain('Dərc olunub: hələ yox');
      expect(body).not.toContain('class="source"');
    }
    for (const body of pageOf(false)) {
      expect(body).toMatch(/Dərc olunub: <time/);
      expect(body).toContain('class="source"');
    }
  });
});

describe('the weight of a page, compressed', () => {
  const long = (n: number) =>
    card({
      id: `01J000000000000000000001${String(n).padStart(2, '0')}`,
      title: `${n}: ${'Şagirdlərin rəsm müsabiqəsinin qalibləri '.repeat(4)}`,
      summary: `${n} ${'Səfirliklə birgə keçirilən müsabiqədə '.repeat(3)}`,
      startsAt: '2026-12-11T15:00:00.000Z',
      picture: picture(`cover-${n}`, 'Ev, günəş və əl-ələ tutmuş iki uşaq'),
    });
  const cards = (from: number, count: number) => Array.from({ length: count }, (_, n) => long(from + n));

  it.each([
    [
      'the front page',
      frontPage({ locale: 'az', ahead: cards(0, 7), newest: cards(10, 6), exhibitions: cards(20, 3) }, site),
    ],
    ['an event', eventPage(event({ pictures: [picture('cover', 'Rəsm')] }), cards(0, 6), site, new Date())],
  ])('is at most 60 KB with script and style: %s', (_, { body }) => {
    expect(gzipSync(body).length).toBeLessThan(20_000);
  });
});
