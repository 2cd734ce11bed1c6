import { expect, it } from 'vitest';
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
