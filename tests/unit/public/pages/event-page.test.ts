import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../../../shared/contract/public-schemas.ts';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { problemPage } from '../../../../shared/public/pages/problem-page.ts';
import { base, card, event, picture, site, structuredData } from './page-samples.ts';

const now = new Date('2026-11-28T12:00:00Z');

const pageOf = (over: Partial<PublicEvent>) => eventPage(event(over), [], site, now).body;

const showing = (day: string) => ({ startsAt: `${day}T15:00:00.000Z`, endsAt: `${day}T17:00:00.000Z`, allDay: false });

/** When and where, as text. */
const box = (over: Partial<PublicEvent>) =>
  (/<section class="facts-box".*?<\/section>/s.exec(pageOf(over))?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('when and where', () => {
  const whole: Partial<PublicEvent> = {
    showings: [{ ...showing('2026-12-11'), doorsAt: '2026-12-11T14:30:00.000Z' }],
    place: {
      name: 'Muğam Mərkəzi',
      address: 'Dənizkənarı Park',
      latitude: 40.366,
      longitude: 49.836,
      accessibility: 'Lift var.',
    },
    ...{ price: '10 ₼', contact: 'bilet@example.org', bookingUrl: 'https://example.org/book' },
    organisers: [
      { name: 'Nazirlik', role: 'host' },
      { name: 'Səfirlik', role: 'partner' },
    ],
  };

  it('are one block, with what it costs, whom to ask and how to come', () => {
    expect(box(whole)).toBe(
      'Vaxt və yer Vaxt 11 dekabr 2026, 19:00–21:00 (qapılar açılır 18:30) Yer Muğam Mərkəzi Dənizkənarı Park Xəritədə göstər ' +
        'Əlçatanlıq Lift var. Qiymət 10 ₼ Əlaqə bilet@example.org Təşkilatçı Nazirlik Tərəfdaş Səfirlik Yer sifariş et Təqvimə əlavə et',
    );
    const body = pageOf(whole);
    expect(body).toContain('<time datetime="2026-12-11T19:00:00+04:00">');
    expect(body).toContain(
      '<a href="/v1/events/resm/calendar.ics?locale=az" download>'.replace('<a', '<a class="button"'),
    );
    expect(body).toContain('href="https://www.openstreetmap.org/?mlat=40.366&amp;mlon=49.836#map=17/40.366/49.836"');
    expect(body).toContain('<a href="mailto:bilet@example.org">');
    expect(pageOf({ place: { name: 'A & B' } })).toContain('/search?query=A+%26+B"');
  });

  it('are not there of news that takes place nowhere', () => {
    expect(pageOf({})).not.toContain('class="facts-box"');
    expect(pageOf({ place: { onlineUrl: 'https://example.org/live' } })).toContain(
      'href="https://example.org/live" rel="external">Onlayn qoşul',
    );
  });

  it('have the next of many times first, and further and past ones to open', () => {
    const days = [
      '2026-11-01',
      '2026-11-20',
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-12-${day}`),
    ];
    const text = box({ showings: days.map(showing) });
    expect(text).toMatch(/^Vaxt və yer Vaxt 1 dekabr 2026.* 6 dekabr 2026, 19:00–21:00 Digər tarixlər \(2\) 7 dekabr/);
    expect(text).toContain('Keçmiş tarixlər (2) 1 noyabr 2026');
    expect(box({ showings: days.slice(0, 2).map(showing) })).not.toContain('Keçmiş');
  });

  it('have a time without an end among those to come as long as the day lasts', () => {
    const showings = ['2026-11-28T08:00:00.000Z', '2026-12-28T08:00:00.000Z'].map((startsAt) => ({
      ...{ startsAt, allDay: false },
    }));
    expect(box({ showings })).toBe('Vaxt və yer Vaxt 28 noyabr 2026, 12:00 28 dekabr 2026, 12:00 Təqvimə əlavə et');
  });

  it('say what is otherwise than planned, and offer no seat where there is none', () => {
    expect(box({ ...whole, occurrence: 'postponed', soldOut: true })).toContain(
      'Vaxt və yer Təxirə salınıb · Yerlər bitib',
    );
    expect(box({ ...whole, soldOut: true })).not.toContain('Yer sifariş et');
    expect(box({ ...whole, occurrence: 'cancelled' })).not.toContain('Yer sifariş et');
    expect(box({ ...whole, showings: [showing('2026-11-27')] })).not.toContain('Yer sifariş et');
    expect(box({ ...whole, showings: ['2026-11-27', '2026-11-28'].map(showing) })).toContain('Yer sifariş et');
    expect(box({ ...whole, showings: [showing('2026-11-27')], occurrence: 'postponed' })).toContain('Yer sifariş et');
    expect(box({ ...whole, showings: [] })).toContain('Yer sifariş et');
  });
});

describe('the pictures', () => {
  const cover = {
    ...picture('cover', 'Səhnə'),
    caption: 'Konsertdən',
    credit: 'A. Məmmədov',
    focalPoint: { x: 0.3, y: 0.126 },
  };

  it('lead the page, cropped around the focal point, and stand in a gallery', () => {
    const body = pageOf({ pictures: [cover, picture('second', 'Zal')] });
    expect(body).toMatch(/#cover{[^}]*;object-position:30% 13%}/);
    expect(body).toContain('<figcaption>Konsertdən <span class="credit">Foto: A. Məmmədov</span></figcaption>');
    expect(body.indexOf('class="cover"')).toBeLessThan(body.indexOf('<h1>'));
    expect(body).toContain('<a class="zoom" href="/media/second/1600.jpg">');
    expect(body).toContain('#g1{background:#a48c6e}');
    expect(pageOf({ pictures: [cover] })).not.toContain('id="gallery"');
  });

  it('are shown whole where they are higher than wide', () => {
    const renditions = cover.renditions.map((rendition) => ({ ...rendition, height: rendition.width * 2 }));
    expect(pageOf({ pictures: [{ ...cover, renditions }] })).toContain('<figure class="cover whole">');
  });
});

describe('the page of an event', () => {
  it('leads to its section, to what has its tags, and away by its address', () => {
    const body = pageOf({ tags: ['muğam'] });
    expect(body).toContain(
      '<ol><li><a href="/az">Ana səhifə</a></li><li><a href="/az?category=events">Tədbirlər</a></li></ol>',
    );
    expect(body).toContain('<a href="/az/events?tag=mu%C4%9Fam">muğam</a>');
    expect(body).toContain(
      '<input type="text" id="address" dir="ltr" readonly value="https://sergi.example/az/events/resm">',
    );
    expect(body).toContain('data-done="Kopyalandı" hidden>');
  });
});

describe('the files of an event', () => {
  const file = (over: object) => ({
    ...{ title: 'Qaydalar & şərtlər', url: 'https://sergi.example/media/a/qaydalar.pdf' },
    ...{ type: 'application/pdf' as const, bytes: 84_211, ...over },
  });
  const textOf = (locale: string, over: object) =>
    (/<section class="files".*?<\/section>/s.exec(pageOf({ locale, files: [file(over)] }))?.[0] ?? '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();

  it('stand below its text, each with what it is and how large', () => {
    expect(pageOf({ files: [] })).not.toContain('class="files"');
    expect(pageOf({ files: [file({})] })).toContain(
      '<a href="https://sergi.example/media/a/qaydalar.pdf" type="application/pdf">Qaydalar &amp; şərtlər</a>',
    );
    expect(textOf('az', { pages: 3 })).toBe('Fayllar Qaydalar &amp; şərtlər PDF, 84 KB, 3 səhifə');
    expect(textOf('en', { pages: 1, bytes: 1_449_000 })).toBe('Files Qaydalar &amp; şərtlər PDF, 1.4 MB, 1 page');
    expect(textOf('ru', { pages: 22, bytes: 20 })).toBe('Файлы Qaydalar &amp; şərtlər PDF, 1 КБ, 22 страницы');
    expect(textOf('ru', { type: 'text/csv', bytes: 104_857_600 })).toBe('Файлы Qaydalar &amp; şərtlər CSV, 104,9 МБ');
  });
});

describe('the page of an event', () => {
  const now = new Date('2022-11-01T00:00:00Z');
  const pageOf = (over: Parameters<typeof event>[0] = {}, cards = [card()]) => eventPage(event(over), cards, site, now);

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
