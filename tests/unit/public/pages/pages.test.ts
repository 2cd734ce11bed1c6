import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { calendarPage } from '../../../../shared/public/pages/calendar-page.ts';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { exhibitionPage } from '../../../../shared/public/pages/exhibition-page.ts';
import { frontPage } from '../../../../shared/public/pages/front-page.ts';
import type { Page } from '../../../../shared/public/pages/layout/layout.ts';
import { pageStyle } from '../../../../shared/public/pages/layout/style.ts';
import { listPage } from '../../../../shared/public/pages/list-page.ts';
import { problemPage } from '../../../../shared/public/pages/problem-page.ts';
import { searchPage } from '../../../../shared/public/pages/search-page.ts';
import { card, event, exhibition, picture, site } from './page-samples.ts';

const now = new Date('2022-11-01T00:00:00Z');

const pageOf = (over: Parameters<typeof event>[0] = {}, cards = [card()]) => eventPage(event(over), cards, site, now);

const dated = card({ startsAt: '2026-12-11T15:00:00.000Z', picture: picture('dated', 'Səhnə') });

const pages: [string, Page][] = [
  ['an event', pageOf({ pictures: [picture('cover', 'Rəsm')] })],
  ['an event without a cover', pageOf()],
  ['an exhibition', exhibitionPage(exhibition(), [card()], site)],
  ['what is newest', listPage({ locale: 'az', category: undefined, items: [card()], nextCursor: 'abc' }, site)],
  ['the front', frontPage({ locale: 'az', ahead: [dated], newest: [card()], exhibitions: [dated] }, site)],
  [
    'a month',
    calendarPage({ locale: 'en', month: '2026-12', isFromToday: true, today: '2026-12-05', items: [dated] }, site),
  ],
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
