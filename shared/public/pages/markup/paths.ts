import type { Locale } from '../../../model/languages/locale.ts';

/** What stands between the language and the slug in the path of a page of one item. */
export type ItemFolder = 'events' | 'exhibitions';

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** Which items a list page shows, and from which place on. */
interface ListQuery {
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
  /** Only what was published in it. */
  readonly month?: string | undefined;
  readonly cursor?: string | undefined;
}

/**
 * The path of the front page of a language, or of a list there. Pages link by paths, so that they hold at any address
 * of the site.
 */
export const listPath = (locale: Locale, { category, campaign, month, cursor }: ListQuery = {}): string =>
  withQuery(`/${locale}`, { category, campaign, month, cursor });

/** The path of all events, or of all exhibitions. */
export const folderPath = (
  locale: Locale,
  folder: ItemFolder,
  { month, cursor }: Pick<ListQuery, 'month' | 'cursor'> = {},
): string => withQuery(`/${locale}/${folder}`, { month, cursor });

/** The path of what has a tag in a language. */
export const tagPath = (locale: Locale, tag: string, cursor?: string): string =>
  withQuery(`/${locale}/events`, { tag, cursor });

/** The path of the calendar: the present month, where none is named. */
export const calendarPath = (
  locale: Locale,
  query: { month?: string | undefined; category?: string | undefined; cursor?: string | undefined } = {},
): string => withQuery(`/${locale}/calendar`, { month: query.month, category: query.category, cursor: query.cursor });

/** What a search page searches for. */
export interface SearchPageQuery {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The path of the search. */
export const searchPath = (locale: Locale, { q, kind, from, to, cursor }: SearchPageQuery = {}): string =>
  withQuery(`/${locale}/search`, { q, kind, from, to, cursor });

/** The path of a feed in a format. */
export const feedPath = (format: 'rss' | 'atom' | 'json' | 'ics', locale: Locale, category?: string): string =>
  withQuery(`/v1/feed.${format}`, { locale, category });

/** The path of an event as a calendar file. */
export const eventCalendarPath = (locale: Locale, idOrSlug: string): string =>
  withQuery(`/v1/events/${idOrSlug}/calendar.ics`, { locale });
