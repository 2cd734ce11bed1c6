import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../../../shared/contract/public-schemas.ts';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { event, picture, site } from './page-samples.ts';

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

  it('say what is otherwise than planned, and offer no seat where there is none', () => {
    expect(box({ ...whole, occurrence: 'postponed', soldOut: true })).toContain(
      'Vaxt və yer Təxirə salınıb · Yerlər bitib',
    );
    expect(box({ ...whole, soldOut: true })).not.toContain('Yer sifariş et');
    expect(box({ ...whole, occurrence: 'cancelled' })).not.toContain('Yer sifariş et');
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
