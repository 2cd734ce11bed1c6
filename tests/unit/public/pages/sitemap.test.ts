import { Readable } from 'node:stream';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseSitemap, parseSitemapIndex } from 'sitemap';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { sitemap, sitemapIndex } from '../../../../shared/public/pages/sitemap.ts';
import { sitemapItems } from '../../../../shared/showcase/sitemap/sitemap.ts';

const page = (n: number) => ({
  alternates: ['az', 'en'].map((locale) => ({ locale, url: `https://example.org/${locale}/events/e-${n}` })),
  xDefault: `https://example.org/az/events/e-${n}`,
  changedAt: '2022-11-18T08:00:00.000Z',
  images: n % 2 ? [] : [`https://example.org/media/m-${n}/1280.jpg`],
});

/** The elements below one, in their order, as `name` or, with text, `name: text`. */
const childrenOf = (xml: string, path: readonly string[]): unknown => {
  let nodes = new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(xml);
  for (const name of path) nodes = nodes.find((node: object) => name in node)[name];
  return nodes.map((node: object) => Object.keys(node)[0]);
};

describe('a sitemap', () => {
  const xml = sitemap([page(1), page(2)]);

  it('is well-formed, and has the elements of the protocol in its order', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(childrenOf(xml, ['urlset'])).toEqual(['url', 'url', 'url', 'url']);
    expect(childrenOf(xml, ['urlset', 'url'])).toEqual(['loc', 'lastmod', 'xhtml:link', 'xhtml:link', 'xhtml:link']);
    expect(xml).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"');
  });

  it('is read by another program: each language with all others, and images', async () => {
    const items = await parseSitemap(Readable.from([xml]));
    expect(items.map(({ url }) => url)).toEqual(
      [1, 2].flatMap((n) => ['az', 'en'].map((locale) => `https://example.org/${locale}/events/e-${n}`)),
    );
    expect(items[1]?.links).toEqual([
      { lang: 'az', url: 'https://example.org/az/events/e-1' },
      { lang: 'en', url: 'https://example.org/en/events/e-1' },
      { lang: 'x-default', url: 'https://example.org/az/events/e-1' },
    ]);
    expect(items.map(({ img }) => img.map(({ url }) => url))).toEqual([
      [],
      [],
      ['https://example.org/media/m-2/1280.jpg'],
      ['https://example.org/media/m-2/1280.jpg'],
    ]);
  });

  it('stays well-formed whatever an address holds', () => {
    const url = `https://example.org/?a&b=<"'>`;
    const hostile = sitemap([{ ...page(1), alternates: [{ locale: 'az', url }], xDefault: url, images: [url] }]);
    expect(XMLValidator.validate(hostile)).toBe(true);
    expect(hostile).toContain('<loc>https://example.org/?a&amp;b=&lt;&quot;&#39;&gt;</loc>');
  });
});

describe('the index of sitemaps', () => {
  it('is read by another program', async () => {
    const addresses = ['https://example.org/sitemaps/first.xml', 'https://example.org/sitemaps/a.xml'];
    const items = await parseSitemapIndex(Readable.from([sitemapIndex(addresses)]));
    expect(items.map(({ url }) => url)).toEqual(addresses);
  });
});

describe('the place of an item', () => {
  const place = { slugs: { az: 'a' } };
  // The random bytes of the system, which it takes by default, would cost a second.
  const ids = Array.from({ length: 20_000 }, () => ulid(undefined, Math.random));
  const begins = (id: string, times: object = {}) =>
    sitemapItems(id, { publishedAt: '2022-11-18T08:00:00.000Z', ...times }, place).length === 2;

  it('begins a file for about one of 64, always the same', () => {
    const starts = ids.filter((id) => begins(id));
    expect(starts.length).toBeGreaterThan(20_000 / 64 / 1.4);
    expect(starts.length).toBeLessThan((20_000 / 64) * 1.4);
    expect(starts.every((id) => begins(id))).toBe(true);
  });

  it('begins none for what leaves by itself', () => {
    expect(ids.some((id) => begins(id, { unpublishAt: '2030-01-01T00:00:00.000Z' }))).toBe(false);
  });
});
