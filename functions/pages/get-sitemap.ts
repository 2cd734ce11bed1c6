import { env } from '../../shared/aws/environment.ts';
import { pageRoutes } from '../../shared/contract/pages.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { resolveLocale, type Site } from '../../shared/model/site/site.ts';
import { movedTo } from '../../shared/public/answers/answer.ts';
import { toPageCard } from '../../shared/public/answers/editors-page.ts';
import { type SitemapPage, sitemap, sitemapIndex } from '../../shared/public/pages/sitemap.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import {
  firstFile,
  readSitemapFile,
  readSitemapFiles,
  type SitemapEntry,
} from '../../shared/showcase/sitemap/read-sitemap.ts';
import { isPictureVisibleAt } from '../../shared/showcase/store/card.ts';
import { readFrameEntries } from '../../shared/showcase/store/frame.ts';
import { eventPageUrl, exhibitionPageUrl, homePageUrl } from '../../shared/showcase/store/page-urls.ts';
import { frameAt } from '../../shared/showcase/store/shown-frame.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { folderUrl, listUrl, mediaUrl, sitemapUrl } from '../../shared/showcase/store/urls.ts';
import { artworkPages, artworkSitemaps } from './artworks-sitemap.ts';
import { folders } from './page-path.ts';

type PageHandlers = Handlers<typeof pageRoutes>;

/** The sitemap of the pages that list others, and of editors' pages. */
const listsName = 'lists.xml';

/** The name of a file comes from its first item: `2022-11-18T08:00:00.000Z#01J…` is `20221118T080000000Z-01J….xml`. */
const nameOf = (start: string): string =>
  start === firstFile ? 'first.xml' : `${start.replaceAll(/[-:.]/g, '').replace('#', '-')}.xml`;

/** Where the sitemap of a name is: at the root, since a sitemap may list only what lies below its own folder. */
const addressOf = (name: string): string => sitemapUrl(`sitemap-${name}`);

/** The name of the sitemap at a path, without the first slash; `undefined` for another path. */
export const sitemapName = (path: string): string | undefined => /^sitemap-([\w-]+\.xml)$/.exec(path)?.[1];

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
  const site = await readPublicSite();
  const [starts, artworks] = await Promise.all([readSitemapFiles(now), artworkSitemaps(site, now)]);
  // Events and exhibitions first, where there are more than an index may name.
  const names = [listsName, ...starts.slice(1 - mostFiles).map(nameOf), ...artworks].slice(0, mostFiles);
  return { body: sitemapIndex(names.map(addressOf)) };
};

/** The sitemap at a path, without the first slash. */
export const getSitemap = async (path: string, now: Date) => {
  const name = sitemapName(path) ?? '';
  const site = await readPublicSite();
  const pages =
    name === listsName ? [...listPages(site), ...(await editorsPages(site, now))] : await pagesIn(name, site, now);
  // A sitemap without an address is not valid.
  if (pages.length === 0) throw new NotFoundError(reason('sitemapNotFound', { file: path }));
  return { body: sitemap(pages), headers: { 'content-type': pageRoutes.getSitemapIndex.produces } };
};

const pagesIn = async (name: string, site: Site, now: Date): Promise<SitemapPage[]> => {
  const start = startOf(name);
  const entries = start ? await readSitemapFile(start, now) : undefined;
  return entries ? entries.flatMap((entry) => sitemapPage(entry, site, now)) : artworkPages(name, site, now);
};

export const getOldSitemap: PageHandlers['getOldSitemap'] = async ({ params: { file } }) => {
  throw movedTo(addressOf(file));
};

/** Where the pages that list others are: of an institution with a first page of its own, that one alone. */
const listUrls = (site: Site): ((locale: Locale) => string)[] =>
  site.frontend?.home
    ? [(locale) => homePageUrl(site, locale)]
    : [
        (locale) => listUrl(locale),
        ...site.categories.map(
          ({ slug }) =>
            (locale: Locale) =>
              listUrl(locale, slug),
        ),
        ...folders.map((folder) => (locale: Locale) => folderUrl(locale, folder)),
      ];

/** The pages that list others: what is newest in all, in each category, and of each kind. */
const listPages = (site: Site): SitemapPage[] =>
  listUrls(site).map((urlOf) => ({
    alternates: site.locales.map((locale) => ({ locale, url: urlOf(locale) })),
    xDefault: urlOf(site.defaultLocale),
    images: [],
  }));

/** Editors' pages are few. */
const editorsPages = async (site: Site, now: Date): Promise<SitemapPage[]> =>
  frameAt(await readFrameEntries(), now).pages.flatMap((entry) => {
    const card = toPageCard(entry, site.defaultLocale, site);
    return card ? [{ alternates: card.alternates, xDefault: card.url, images: [] }] : [];
  });

/** An entry with the languages that the site has now. */
const sitemapPage = (entry: SitemapEntry, site: Site, now: Date): SitemapPage[] => {
  const { kind, slugs, actedAt = '', publishedAt, image, imageUntil } = entry;
  const urlOf = kind === 'exhibition' ? exhibitionPageUrl : eventPageUrl;
  const locales = site.locales.filter((locale) => slugs[locale]);
  const xDefaultLocale = resolveLocale(site, site.defaultLocale, locales);
  if (!xDefaultLocale) return [];
  return [
    {
      alternates: locales.map((locale) => ({ locale, url: urlOf(site, locale, slugs[locale] ?? '') })),
      xDefault: urlOf(site, xDefaultLocale, slugs[xDefaultLocale] ?? ''),
      // A scheduled publication changes the page at its start.
      changedAt: actedAt > publishedAt ? actedAt : publishedAt,
      images: image && isPictureVisibleAt({ until: imageUntil }, now) ? [mediaUrl(image)] : [],
    },
  ];
};

export const getRobots: PageHandlers['getRobots'] = async () => ({
  body: `User-agent: *\nAllow: /\nDisallow: /v1/staff/\n\nSitemap: ${env.publicUrl}/sitemap.xml\n`,
});
