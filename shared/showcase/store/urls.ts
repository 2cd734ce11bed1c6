import { env } from '../../aws/environment.ts';
import { iiifPrefix, manifestFileName, publishedKey, publishedPrefix } from '../../media/keys.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { ItemLink } from '../../model/site/item-link.ts';

const base = (): string => env.publicUrl;

/** The front page of a language, or the list of a category, campaign or month there. */
export const listUrl = (locale: Locale, category?: string, campaign?: string, month?: string): string => {
  const filters = Object.entries({ category, campaign, month });
  const query = filters.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&');
  return `${base()}/${locale}${query && `?${query}`}`;
};

/** The calendar of a month, or of the present one. */
export const calendarUrl = (locale: Locale, month?: string): string =>
  `${base()}/${locale}/calendar${month ? `?month=${month}` : ''}`;

/** The page of the search. */
export const searchUrl = (locale: Locale): string => `${base()}/${locale}/search`;

/** The page of all events, or of all exhibitions, in one language; or of the events of a month. */
export const folderUrl = (locale: Locale, folder: 'events' | 'exhibitions', month?: string): string =>
  `${base()}/${locale}/${folder}${month ? `?month=${month}` : ''}`;

/** What has a tag in a language. */
export const tagUrl = (locale: Locale, tag: string): string =>
  `${folderUrl(locale, 'events')}?${new URLSearchParams({ tag })}`;

/** A page by its path, without the first slash, and by the query that a reader has asked for it with. */
export const pageUrl = (path: string, query: string): string => {
  // Made from its parts: a reader may write more into a query than a header can hold.
  const parameters = new URLSearchParams(query).toString();
  return `${base()}/${path}${parameters && `?${parameters}`}`;
};

/** A sitemap by its name. */
export const sitemapUrl = (name: string): string => `${base()}/${name}`;

export const eventUrl = (locale: Locale, slug: string): string => `${base()}/${locale}/events/${slug}`;

/** An editors' page. */
export const ownPageUrl = (locale: Locale, slug: string): string => `${base()}/${locale}/${slug}`;

/** What the API answers of an editors' page in one language. */
export const pageAnswerUrl = (locale: Locale, slug: string): string => `${base()}/v1/pages/${slug}?locale=${locale}`;

/** What the API answers of an event in one language. */
export const eventAnswerUrl = (locale: Locale, slug: string): string => `${base()}/v1/events/${slug}?locale=${locale}`;

/** An event as a calendar file. */
export const eventCalendarUrl = (locale: Locale, idOrSlug: string): string =>
  `${base()}/v1/events/${idOrSlug}/calendar.ics?locale=${locale}`;

export const exhibitionUrl = (locale: Locale, slug: string): string => `${base()}/${locale}/exhibitions/${slug}`;

/** The page of an artwork, below that of its exhibition. */
export const artworkPageUrl = (locale: Locale, slug: string, artworkId: string): string =>
  `${exhibitionUrl(locale, slug)}/artworks/${artworkId}`;

/** What the API answers of an exhibition in one language. */
export const exhibitionAnswerUrl = (locale: Locale, slug: string): string =>
  `${base()}/v1/exhibitions/${slug}?locale=${locale}`;

/**
 * The page of an event, an exhibition or an editors' page by its id: it leads on to where the page is now, under
 * whatever slug, so texts link to it.
 */
export const itemUrl = ({ kind, id }: ItemLink, locale: Locale): string =>
  `${base()}/${locale}/${kind === 'page' ? '' : `${kind}s/`}${id}`;

/** Where the artworks of an exhibition can be read page by page. */
export const artworksUrl = (locale: Locale, exhibitionId: string): string =>
  `${base()}/v1/exhibitions/${exhibitionId}/artworks?locale=${locale}`;

/** Where an artwork can be read in one language. */
export const artworkUrl = (locale: Locale, exhibitionId: string, artworkId: string): string =>
  `${base()}/v1/exhibitions/${exhibitionId}/artworks/${artworkId}?locale=${locale}`;

/** Where the IIIF manifest of an exhibition is. */
export const manifestUrl = (exhibitionId: string): string => `${base()}/v1/exhibitions/${exhibitionId}/manifest`;

/** Where a manifest lies that is a file. */
export const manifestFileUrl = (media: string): string => `${base()}/${publishedKey(media, manifestFileName)}`;

/** A file that pages load. */
export const assetUrl = (file: string): string => `${base()}/v1/assets/${file}`;

/** The formats of the feed, by the end of its address; the API's own has none. */
export type FeedFormat = 'rss' | 'atom' | 'json' | 'ics';

/** The address of a feed in a format, with a query. */
export const feedUrl = (format: FeedFormat | undefined, query: string): string =>
  `${base()}/v1/feed${format ? `.${format}` : ''}${query ? `?${query}` : ''}`;

/** Where the IIIF Collection of all exhibitions is. */
export const collectionUrl = (): string => `${base()}/v1/iiif/collection`;

/** Below which address the renditions of a published image lie. */
export const mediaUrl = (media: string): string => `${base()}/${publishedPrefix}${media}`;

/** The IIIF image service of a published image: its `info.json` and tiles lie below it. */
export const imageServiceUrl = (media: string): string => `${base()}/${iiifPrefix}${media}`;

/** The description of an IIIF image service. */
export const imageInfoUrl = (media: string): string => `${imageServiceUrl(media)}/info.json`;
