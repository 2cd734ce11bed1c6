import type { Locale } from '../../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../../model/site/site.ts';

/** A text of the settings in a language, or in the one that it has. */
interface SiteText<T> {
  readonly text: T;
  readonly locale: Locale;
}

/** A text of the site in a language, or in the one that it has. */
export const siteText = <T>(
  texts: Readonly<Record<Locale, T>> | undefined,
  locale: Locale,
  site: Site,
): SiteText<T> | undefined => {
  const its = texts && resolveLocale(site, locale, Object.keys(texts));
  const text = its === undefined ? undefined : texts?.[its];
  return its === undefined || text === undefined ? undefined : { text, locale: its };
};

/** The name of the institution, in a language or in the one that it has. */
export const siteTitle = (site: Site, locale: Locale): string => siteText(site.title, locale, site)?.text ?? '';
