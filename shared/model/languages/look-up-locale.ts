import type { Locale } from './locale.ts';

/**
 * The language of the site that a language range stands for, by the lookup of BCP 47 (RFC 4647, section 3.4): the range
 * itself, whatever its case, else without its last subtags one by one. `undefined` where the site has none of these.
 *
 * @example
 * lookUpLocale('az-Latn-AZ', ['az', 'en']) // 'az'
 */
export const lookUpLocale = (range: string, locales: readonly Locale[]): Locale | undefined => {
  const subtags = range.toLowerCase().split('-');
  while (subtags.length > 0) {
    const tag = subtags.join('-');
    if (locales.includes(tag)) return tag;
    subtags.pop();
    // A singleton, such as the x of private use, means nothing without what followed it.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
};

/**
 * A language in the path of a page: alone, or with a region at its end. Other tags may be the names of folders of an
 * earlier site, such as `/az-news`.
 */
const languageInPath = /^[a-z]{2,3}((-[a-z]{4})?-([a-z]{2}|\d{3}))?$/i;

/** The language of the site that the first part of a page's path stands for, if it is one. */
export const localeInPath = (part: string, locales: readonly Locale[]): Locale | undefined =>
  locales.find((locale) => locale === part.toLowerCase()) ??
  (languageInPath.test(part) ? lookUpLocale(part, locales) : undefined);
