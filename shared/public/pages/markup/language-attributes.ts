import type { Locale } from '../../../model/languages/locale.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { attribute, html, type Markup } from './html.ts';

/** The language of a whole page, and its direction where that is not the usual one. */
export const pageLanguage = (locale: Locale): Markup =>
  html` lang="${locale}"${attribute('dir', textDirection(locale) === 'rtl' ? 'rtl' : undefined)}`;

/**
 * The language, and where it differs the direction, of a part of a page in `page`; nothing where it is in the page's
 * own.
 */
export const partLanguage = (locale: Locale | undefined, page: Locale): Markup | undefined => {
  if (locale === undefined || locale === page) return undefined;
  const direction = textDirection(locale);
  return html` lang="${locale}"${attribute('dir', direction === textDirection(page) ? undefined : direction)}`;
};
