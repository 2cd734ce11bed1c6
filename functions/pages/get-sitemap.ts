import { env } from '../../shared/aws/environment.ts';
import type { pageRoutes } from '../../shared/contract/pages.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { resolveLocale, type Site } from '../../shared/model/site.ts';
import { type SitemapPage, sitemap, sitemapIndex } from '../../shared/public/pages/sitemap.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import {
  firstFile,
  readSitemapFile,
  readSitemapFiles,
  type SitemapEntry,
} from '../../shared/showcase/sitemap/read-sitemap.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { eventUrl, exhibitionUrl, mediaUrl } from '../../shared/showcase/store/urls.ts';

type PageHandlers = Handlers<typeof pageRoutes>;

/** The name of a file comes from its first item: `2022-11-18T08:00:00.000Z#01J…` is `20221118T080000000Z-01J….xml`. */
const nameOf = (start: string): string =>
  start === firstFile ? 'first.xml' : `${start.replaceAll(/[-:.]/g, '').replace('#', '-')}.xml`;

const startOf = (name: string): string | undefined => {
  if (name === 'first.xml') return firstFile;
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([0-9A-Z]{26})\.xml$/.exec(name);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, millisecond, id] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z#${id}`;
};

/** Most sitemaps that an index may name. They hold three million pages. */
const mostFiles = 50_000;

export const getSitemapIndex: PageHandlers['getSitemapIndex'] = async (_input, { now }) => {
  const starts = await readSitemapFiles(now);
  if (starts.length === 0) throw new NotFoundError(reason('nothingPublished'));
  const addresses = starts.slice(-mostFiles).map((start) => `${env.publicUrl}/sitemaps/${nameOf(start)}`);
  return { body: sitemapIndex(addresses) };
};

export const getSitemap: PageHandlers['getSitemap'] = async ({ params: { file } }, { now }) => {
  const start = startOf(file);
  const [site, entries] = await Promise.all([readPublicSite(), start ? readSitemapFile(start, now) : undefined]);
  const pages = entries?.flatMap((entry) => sitemapPage(entry, site, now)) ?? [];
  // A sitemap without an address is not valid.
  if (pages.length === 0) throw new NotFoundError(reason('sitemapNotFound', { file }));
  return { body: sitemap(pages) };
};

/** An entry with the languages that the site has now. */
const sitemapPage = (entry: SitemapEntry, site: Site, now: Date): SitemapPage[] => {
  const { kind, slugs, actedAt = '', publishedAt, image, imageUntil = '~' } = entry;
  const urlOf = kind === 'exhibition' ? exhibitionUrl : eventUrl;
  const locales = site.locales.filter((locale) => slugs[locale]);
  const xDefaultLocale = resolveLocale(site, site.defaultLocale, locales);
  if (!xDefaultLocale) return [];
  return [
    {
      alternates: locales.map((locale) => ({ locale, url: urlOf(locale, slugs[locale] ?? '') })),
      xDefault: urlOf(xDefaultLocale, slugs[xDefaultLocale] ?? ''),
      // A scheduled publication changes the page at its start.
      changedAt: actedAt > publishedAt ? actedAt : publishedAt,
      images: image && imageUntil > now.toISOString() ? [mediaUrl(image)] : [],
    },
  ];
};

export const getRobots: PageHandlers['getRobots'] = async () => ({
  body: `User-agent: *\nAllow: /\nDisallow: /v1/staff/\n\nSitemap: ${env.publicUrl}/sitemap.xml\n`,
});
