import type { Locale } from '../../model/languages/locale.ts';
import { escapeText } from '../escape-text.ts';

/** A page in all its languages, as a sitemap lists it. */
export interface SitemapPage {
  /** Its address in each language, in the order of the site's languages. */
  readonly alternates: readonly { readonly locale: Locale; readonly url: string }[];
  /** The languages that have an entry of their own here: all, where absent. */
  readonly locales?: readonly Locale[];
  /** The address for readers of any other language. */
  readonly xDefault: string;
  /** Absent of a page that changes with every publication. */
  readonly changedAt?: string;
  readonly images: readonly string[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const link = (locale: string, url: string): string =>
  `<xhtml:link rel="alternate" hreflang="${escapeText(locale)}" href="${escapeText(url)}"/>`;

const urls = ({ alternates, locales, xDefault: otherwise, changedAt, images }: SitemapPage): string => {
  const links = [...alternates.map(({ locale, url }) => link(locale, url)), link('x-default', otherwise)].join('');
  const pictures = images
    .map((image) => `<image:image><image:loc>${escapeText(image)}</image:loc></image:image>`)
    .join('');
  return alternates
    .filter(({ locale }) => locales === undefined || locales.includes(locale))
    .map(
      ({ url }) =>
        `<url><loc>${escapeText(url)}</loc>${changedAt ? `<lastmod>${escapeText(changedAt)}</lastmod>` : ''}${links}${pictures}</url>\n`,
    )
    .join('');
};

/**
 * A sitemap (https://www.sitemaps.org/protocol.html): an entry for each language of each page, which names all the
 * others (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap) and its images
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps).
 */
export const sitemap = (pages: readonly SitemapPage[]): string =>
  `${declaration}<urlset ${protocol} xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${pages.map(urls).join('')}</urlset>
`;

/** The index of sitemaps at the given addresses. */
export const sitemapIndex = (addresses: readonly string[]): string =>
  `${declaration}<sitemapindex ${protocol}>
${addresses.map((address) => `<sitemap><loc>${escapeText(address)}</loc></sitemap>\n`).join('')}</sitemapindex>
`;
