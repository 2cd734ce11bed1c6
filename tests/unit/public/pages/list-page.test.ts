import { describe, expect, it } from 'vitest';
import { listPage } from '../../../../shared/public/pages/list-page.ts';
import { base, card, site } from './page-samples.ts';

const list = (over: Partial<Parameters<typeof listPage>[0]> = {}) =>
  listPage({ locale: 'az', folder: 'events', tag: 'muğam & caz', items: [card()], ...over }, site).body;

it('has a page for a tag, which belongs to one language', () => {
  const page = list({ nextCursor: 'abc' });
  expect(page).toContain('<h1><span class="kind">Açar söz:</span> muğam &amp; caz</h1>');
  expect(page).toContain(`<link rel="canonical" href="${base}/az/events?tag=mu%C4%9Fam+%26+caz">`);
  expect(page).not.toContain('hreflang="ru" href="https://sergi.example/ru/events');
  expect(page).toContain('href="/az/events?tag=mu%C4%9Fam+%26+caz&amp;cursor=abc">Daha əvvəlkilər');
  expect(page).toContain('<a href="/az/events">Hamısı</a>');
});

it('says that nothing has a tag, leads to the search, and is not for search engines then', () => {
  expect(list()).not.toContain('noindex');
  const page = list({ items: [] });
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('<a href="/az/search?q=mu%C4%9Fam+%26+caz">Axtarış</a>');
});

const ofMonth = (over: Partial<Parameters<typeof listPage>[0]> = {}) =>
  list({ tag: undefined, month: '2022-11', months: ['2022-12', '2022-11', '2022-10'], ...over });

it('has a page for a month, in every language, with a form that needs no script', () => {
  const page = ofMonth({ nextCursor: 'abc' });
  expect(page).toContain('<h1>Xəbərlər və tədbirlər: noyabr 2022</h1>');
  expect(page).toContain(`<link rel="canonical" href="${base}/az/events?month=2022-11">`);
  expect(page).toContain(`hreflang="en" href="${base}/en/events?month=2022-11"`);
  expect(page).toContain('<form class="filters" action="/az/events" method="get"><label for="month">');
  expect(page).toContain('<option value="2022-11" selected="">noyabr 2022</option>');
  expect(page).toContain('rel="prev" href="/az/events?month=2022-10">oktyabr 2022</a>');
  expect(page).toContain('rel="next" href="/az/events?month=2022-12">dekabr 2022</a>');
  expect(page).toContain('href="/az/events?month=2022-11&amp;cursor=abc">Daha əvvəlkilər');
  expect(page).not.toContain('noindex');
});

it('keeps section and campaign beside a month, and leads to no month outside of those that have something', () => {
  const page = ofMonth({ folder: undefined, category: 'events', campaign: 'bahar', months: ['2022-11'] });
  expect(page).toContain(
    `<link rel="canonical" href="${base}/az?category=events&amp;campaign=bahar&amp;month=2022-11">`,
  );
  expect(page).toContain('<input type="hidden" name="category" value="events"><input type="hidden" name="campaign"');
  expect(page).toContain('href="/az/events?month=2022-11">Hamısı</a>');
  expect(page).not.toContain('class="months"');
});

it('names months by the language of the page, and shows the one that was asked for, though nothing is there', () => {
  const page = ofMonth({ locale: 'ar', items: [], months: ['2022-12'] });
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toMatch(/<option value="2022-11" selected="">نوفمبر/);
  expect(page).toContain('There is nothing in this month.');
  expect(page).toContain('<meta name="robots" content="noindex">');
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
