import { plainRendition, renditionsOf } from '../../shared/model/files/picture.ts';
import { idSchema } from '../../shared/model/id.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { resolveLocale, type Site } from '../../shared/model/site/site.ts';
import { publicSlugs } from '../../shared/public/answers/find-exhibition.ts';
import type { SitemapPage } from '../../shared/public/pages/sitemap.ts';
import { pageUrlOfArtwork } from '../../shared/showcase/store/page-urls.ts';
import {
  readArtworksPart,
  readPublicExhibition,
  readPublicExhibitionsPage,
} from '../../shared/showcase/store/read-exhibition.ts';
import { mediaUrl } from '../../shared/showcase/store/urls.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';

/** Exhibitions that are read in one Query. */
const exhibitionsPerQuery = 1_000;

/** Most artworks that an exhibition may show. */
const mostArtworks = 1_000;

/** Most exhibitions whose artworks an index names. */
const mostExhibitions = 5_000;

/**
 * A sitemap has the artworks of an exhibition in one language: in four, a thousand would be more than an answer holds.
 */
const nameOf = (id: string, locale: Locale): string => `artworks-${id}-${locale}.xml`;

/** The names of the sitemaps of artworks, of the newest exhibitions first. */
export const artworkSitemaps = async (site: Site, now: Date): Promise<string[]> => {
  const names: string[] = [];
  let after: string | undefined;
  for (let read = 0; read < mostExhibitions; read += exhibitionsPerQuery) {
    const { items, last } = await readPublicExhibitionsPage(site.defaultLocale, exhibitionsPerQuery, after, now);
    // Cards of 0.1.0 name no other language than their own.
    for (const { sortKey, card } of await withSlugs(items)) {
      const id = sortKey.split('#')[1] ?? '';
      const slugs = { ...card.slugs, [card.locale]: card.slug };
      names.push(...site.locales.filter((locale) => slugs[locale]).map((locale) => nameOf(id, locale)));
    }
    if (!last) break;
    after = last;
  }
  return names;
};

/** The exhibition and the language in the name of a sitemap of artworks. */
const partsOf = (name: string): { id: string; locale: Locale } | undefined => {
  const [, id = '', locale = ''] = /^artworks-(\w{26})-([\w-]+)\.xml$/.exec(name) ?? [];
  return idSchema.safeParse(id).success ? { id, locale } : undefined;
};

/**
 * The pages of the artworks that a sitemap of this name lists, each with its picture; none where there is no such
 * sitemap.
 */
export const artworkPages = async (name: string, site: Site, now: Date): Promise<SitemapPage[]> => {
  const parts = partsOf(name);
  const found = parts && site.locales.includes(parts.locale) ? await readPublicExhibition(parts.id, now) : undefined;
  if (!parts || !found || found === 'gone') return [];
  const wanted = { from: 0, limit: mostArtworks, bytes: Number.POSITIVE_INFINITY, bytesOf: () => 0 };
  const part = await readArtworksPart(found, wanted, now);
  if (!part || part === 'gone') return [];
  const slugs = publicSlugs(part.exhibition, site);
  const locales = site.locales.filter((locale) => slugs[locale]);
  const other = resolveLocale(site, site.defaultLocale, locales);
  if (!other || !slugs[parts.locale]) return [];
  return part.artworks.map(({ id, image }) => {
    const urlIn = (locale: Locale) => pageUrlOfArtwork(site, locale, slugs[locale] ?? '', id);
    const file = plainRendition(renditionsOf(image))?.file;
    return {
      locales: [parts.locale],
      alternates: locales.map((locale) => ({ locale, url: urlIn(locale) })),
      xDefault: urlIn(other),
      images: file ? [`${mediaUrl(image.media)}/${file}`] : [],
    };
  });
};
