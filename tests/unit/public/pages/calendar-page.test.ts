import { describe, expect, it } from 'vitest';
import { calendarPage } from '../../../../shared/public/pages/calendar-page.ts';
import { base, card, site } from './page-samples.ts';

const on = (startsAt: string, over: object = {}) => card({ locale: 'az', title: startsAt, startsAt, ...over });

const month = (over: Partial<Parameters<typeof calendarPage>[0]> = {}) =>
  calendarPage(
    {
      ...{ locale: 'az', month: '2026-12', today: '2026-12-05', isFromToday: false },
      items: [
        on('2026-11-20', { endsAt: '2027-01-10' }),
        on('2026-12-02'),
        on('2026-12-05T15:00:00.000Z'),
        on('2026-12-11T20:30:00.000Z'),
      ],
      ...over,
    },
    site,
  ).body;

/** The headings, and the titles below them, in their order. */
const outline = (body: string) =>
  [...body.matchAll(/<h[1-4][^>]*>(?:<a[^>]*>)?([^<]*)/g)]
    .map(([, words]) => words)
    .filter((words) => words !== 'Təqvim');

describe('the calendar of the present month', () => {
  it('has what is to come first, by days of the site, and then what is over', () => {
    expect(outline(month()).slice(0, 11)).toEqual([
      'Təqvim: dekabr 2026',
      ...['Qarşıdan gələnlər', 'Davam edir', '2026-11-20'],
      ...['5 dekabr, şənbə', '2026-12-05T15:00:00.000Z'],
      ...['12 dekabr, şənbə', '2026-12-11T20:30:00.000Z'],
      ...['Keçmiş', '2 dekabr, çərşənbə', '2026-12-02'],
    ]);
  });

  it('leads to the months beside it, to sections, and to the calendar that programs read', () => {
    const body = month({ category: 'events', nextCursor: 'abc' });
    expect(body).toContain('rel="prev" href="/az/calendar?month=2026-11&amp;category=events">noyabr 2026</a>');
    expect(body).toContain('rel="next" href="/az/calendar?month=2027-01&amp;category=events">yanvar 2027</a>');
    expect(body).toContain('<a href="/az/calendar">Hamısı</a>');
    expect(body).toContain('href="/v1/feed.ics?locale=az&amp;category=events"');
    expect(body).toContain('href="/az/calendar?month=2026-12&amp;category=events&amp;cursor=abc"');
    expect(body).toContain(`<link rel="canonical" href="${base}/az/calendar">`);
  });
});

describe('the present month from today on', () => {
  it('leads to its earlier days, and to the same in other sections', () => {
    const body = month({ isFromToday: true, category: 'news' });
    expect(body).toContain(
      'rel="prev" href="/az/calendar?month=2026-12&amp;category=news">Bu ayın əvvəlki günləri</a>',
    );
    expect(body).toContain('<a href="/az/calendar?category=events">Tədbirlər</a>');
    expect(body).not.toContain('Bu ay</a>');
  });

  it('says that there is nothing more, unless the month begins today', () => {
    expect(month({ isFromToday: true, items: [] })).toContain('Bu ayın qalan günlərində heç nə yoxdur.');
    const first = month({ isFromToday: true, items: [], today: '2026-12-01' });
    expect(first).toContain('Bu ay üçün heç nə yoxdur.');
    expect(first).not.toContain('Bu ayın əvvəlki günləri');
  });
});

describe('the calendar of another month', () => {
  it('leads to the present one from its beginning, which is today', () => {
    expect(month({ month: '2026-11', items: [] })).toContain('rel="next" href="/az/calendar">dekabr 2026</a>');
  });

  it('has its own address, and leads back to the present one', () => {
    const body = month({ month: '2026-11', items: [on('2026-11-20')] });
    expect(body).toContain(`<link rel="canonical" href="${base}/az/calendar?month=2026-11">`);
    expect(body).toContain('<a class="button" href="/az/calendar">Bu ay</a>');
    expect(month({ items: [] })).toContain('Bu ay üçün heç nə yoxdur.');
  });

  it('says that there is nothing only where no further page has something', () => {
    expect(month({ month: '2026-11', items: [], nextCursor: 'abc' })).not.toContain('Bu ay üçün heç nə yoxdur.');
  });

  it('leads no further than the years that it has', () => {
    expect(month({ month: '2999-12', items: [] })).not.toContain('month=3000-01');
  });
});
