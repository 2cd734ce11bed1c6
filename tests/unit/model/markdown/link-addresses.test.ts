import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { pageHtmlOf } from '../../../support/page-html.ts';

/** The address and the text of each link. */
const linksIn = (text: string): string[][] =>
  [...renderMarkdown(text).matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href = '', its = '']) => [
    href,
    its,
  ]);

describe('a bare address', () => {
  it.each([
    ['Bax: https://example.az/sergi?il=2022.', 'https://example.az/sergi?il=2022', 'https://example.az/sergi?il=2022'],
    ['(http://example.az)', 'http://example.az', 'http://example.az'],
    ['https://example.az-da oxuyun', 'https://example.az', 'https://example.az'],
    ['www.example.az-ın ünvanı', 'https://www.example.az', 'www.example.az'],
    ['“www.example.az/a/b”', 'https://www.example.az/a/b', 'www.example.az/a/b'],
    ['https://my-site.example.az/a-b', 'https://my-site.example.az/a-b', 'https://my-site.example.az/a-b'],
    ['https://xn--80ak6aa92e.xn--p1ai/', 'https://xn--80ak6aa92e.xn--p1ai/', 'https://аррӏе.рф/'],
    ['https://example.az/50%50%20%C9%99', 'https://example.az/50%50%20%C9%99', 'https://example.az/50%50%20ə'],
    ['50%50%k@example.az', 'mailto:50%50%25k@example.az', '50%50%k@example.az'],
    ['info@example.az ünvanına yazın', 'mailto:info@example.az', 'info@example.az'],
    ['mailto:info@example.az', 'mailto:info@example.az', 'mailto:info@example.az'],
    ['**https://example.az/**', 'https://example.az/', 'https://example.az/'],
  ])('becomes a link: %s', (text, href, label) => {
    expect(linksIn(text)).toEqual([[href, label]]);
  });

  it.each([
    'example.az',
    'Sərgi açıldı.Biz gəldik',
    'ftp://example.az/a',
    '//example.az/a',
    'https://bank.az@evil.example/',
    'http://user:word@evil.example/',
    'http://intranet/a',
    'javascript://example.az/%0aalert(1)',
    '`https://example.az`',
    '    https://example.az',
    'xwww.example.az',
    'tel:+994125555555',
  ])('stays text: %s', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('stays what it is within a link', () => {
    expect(linksIn('[https://example.az](https://example.org/)')).toEqual([
      ['https://example.org/', 'https://example.az'],
    ]);
  });

  it.each(['https://a.az/', 'www.', 'a@', '//a.', '![](http://a.az)', '*”a', '[](event:1)'])(
    'is looked for in reasonable time where a body is full of %s',
    (part) => {
      expect(pageHtmlOf(part.repeat(100_000 / part.length), 'az')).not.toBe('');
    },
  );
});
