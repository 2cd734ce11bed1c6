import { describe, expect, it } from 'vitest';
import { frontPage } from '../../../../shared/public/pages/front-page.ts';
import { searchPage } from '../../../../shared/public/pages/search-page.ts';
import { base, card, picture, site } from './page-samples.ts';

const concert = card({
  ...{ id: '01J00000000000000000000050', locale: 'az', title: 'Qış konserti', placeName: 'Muğam Mərkəzi' },
  ...{ startsAt: '2026-12-11T15:00:00.000Z', picture: picture('concert', 'Səhnə'), summary: 'Giriş sərbəstdir.' },
});

describe('the front page', () => {
  const { body } = frontPage({ locale: 'az', ahead: [concert], newest: [card()], exhibitions: [] }, site);

  it('says of what takes place when and where, and when it was published of news alone', () => {
    const [, ahead = '', latest = ''] = body.split('<section ');
    expect(ahead).toContain(
      '<p class="when"><time datetime="2026-12-11T19:00:00+04:00">11 dekabr 2026, 19:00</time></p>',
    );
    expect(ahead).toContain('<p class="where">Muğam Mərkəzi</p>');
    expect(ahead).toContain('<p class="summary">Giriş sərbəstdir.</p>');
    expect(ahead).not.toContain('Dərc olunub');
    expect(latest).toContain('Dərc olunub: <time datetime="2024-07-24">24 iyul 2024</time>');
    expect(latest).not.toContain('class="when"');
  });

  it('leads with a large picture that loads at once, and has a placeholder for it', () => {
    expect(body).toMatch(
      /<article class="card lead"><div class="shot"><picture>.*?<img id="a1"[^>]* fetchpriority="high"/,
    );
    expect(body).toContain('#a1{background:#a48c6e url(data:image/png;base64,');
  });

  it('shows the day in place of a picture that is missing, and news as words alone', () => {
    const ahead = [card({ startsAt: '2026-12-11T15:00:00Z' })];
    const page = frontPage({ locale: 'az', ahead, newest: [card()], exhibitions: [] }, site);
    expect(page.body).toContain('<div class="shot none" aria-hidden="true"><b>11</b> dekabr</div>');
    expect(page.body.split('id="latest"')[1]).not.toContain('class="shot');
  });

  it('leaves out the parts that are empty, and leads to the calendar, the lists, the sections and the feeds', () => {
    expect(body).not.toContain('Açıq sərgilər');
    expect(body).toContain('<a href="/az/calendar">Bütün təqvim</a>');
    expect(body).toContain('<a href="/az/events">Bütün xəbərlər və tədbirlər</a>');
    expect(body).toContain('<h2 id="sections">Bölmələr</h2>');
    expect(body).toContain(`href="${base}/v1/feed.atom?locale=az"`);
    expect(body).toContain(`<link rel="canonical" href="${base}/az">`);
  });

  it('says so where there is nothing yet', () => {
    const empty = frontPage({ locale: 'en', ahead: [], newest: [], exhibitions: [] }, site).body;
    expect(empty).toContain('<p>There is nothing here yet.</p>');
  });
});

describe('the page that searches', () => {
  const found = (over: object = {}) =>
    searchPage({ locale: 'az', q: 'x "y"', found: { items: [concert], ...over } }, site).body;

  it('keeps the words in its form, shows what they have found, and goes on', () => {
    expect(found({ nextCursor: 'abc' })).toContain(
      'name="q" placeholder="Axtarış" maxlength="100" required value="x &quot;y&quot;"',
    );
    expect(found()).toContain('>Qış konserti</a>');
    expect(found({ nextCursor: 'abc' })).toContain('href="/az/search?q=x+%22y%22&amp;cursor=abc">Daha çox</a>');
    expect(found()).toContain('<meta name="robots" content="noindex">');
    expect(found().match(/role="search"/g)).toHaveLength(1);
  });

  it('says so where nothing was found, unless there may be more, and why it could not search', () => {
    expect(found({ items: [] })).toContain('Heç nə tapılmadı.');
    expect(found({ items: [], nextCursor: 'abc' })).not.toContain('Heç nə tapılmadı.');
    expect(found({ items: [], refusal: { given: '<x>', words: 'qısadır' } })).toContain(
      '<strong>&lt;x&gt;</strong>: <span>qısadır</span>',
    );
    expect(searchPage({ locale: 'az', q: '', found: undefined }, site).body).not.toContain('id="found"');
  });

  it('marks what was searched for', () => {
    const highlights = [
      { field: 'title' as const, start: 0, end: 3 },
      { field: 'title' as const, start: 4, end: 7 },
    ];
    const title = '<Qı> & k';
    expect(found({ items: [{ ...concert, title, highlights }] })).toContain(
      '><mark>&lt;Qı</mark>&gt;<mark> &amp; </mark>k</a>',
    );
  });

  it('shows artworks beside the rest, with who made them and where they hang, and leads to all of them', () => {
    const artwork = {
      ...{ ...concert, kind: 'artwork' as const, title: 'Mənim evim', artist: 'Aysel M.', url: 'https://a.example/1' },
      exhibition: { id: concert.id, title: 'Uşaq rəsmləri', url: 'https://a.example/e' },
    };
    const body = found({ artworks: { items: [artwork], more: true } });
    expect(body).toContain('<p class="kind">Əsər');
    expect(body).toContain('<p class="by">Aysel M.</p><p class="where">Uşaq rəsmləri</p>');
    expect(body).toContain('href="/az/search?q=x+%22y%22&amp;kind=artwork">Tapılan bütün əsərlər</a>');
    expect(found({ items: [], artworks: { items: [artwork], more: false } })).not.toContain('Heç nə tapılmadı.');
    const { artist: _, ...nameless } = artwork;
    expect(found({ items: [nameless] })).not.toContain('class="by"');
  });

  it('keeps its filters in the form, in its links and on further pages, and offers to search without them', () => {
    const query = { locale: 'az', q: 'x', kind: 'event', from: '2026-11-01', to: '2026-11-30' };
    const body = searchPage({ ...query, found: { items: [], nextCursor: 'abc' } }, site).body;
    expect(body).toContain('<input type="date" name="from" value="2026-11-01">');
    expect(body).toContain('<input type="hidden" name="kind" value="event">');
    expect(body).toContain(
      'href="/az/search?q=x&amp;kind=event&amp;from=2026-11-01&amp;to=2026-11-30" aria-current="page"',
    );
    expect(body).toContain('kind=event&amp;from=2026-11-01&amp;to=2026-11-30&amp;cursor=abc"');
    expect(searchPage({ ...query, found: { items: [] } }, site).body).toContain(
      '<a class="button" href="/az/search?q=x">Süzgəcsiz axtarın</a>',
    );
  });
});
