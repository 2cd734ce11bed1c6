import type { Locale } from '../languages/locale.ts';

/** The locale, or its language alone where the rest of it is no tag that `Intl` knows the form of. */
export const languageTag = (locale: Locale): string => {
  // English as it is written here: the day comes first.
  if (locale === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    return locale.replace(/-.*/, '');
  }
};

const formats = new Map<Locale, Intl.DateTimeFormat>();

/** To make a format takes longer than to use it twenty times, so the one of each language is kept. */
const formatOf = (locale: Locale): Intl.DateTimeFormat => {
  const known = formats.get(locale);
  if (known) return known;
  // A day is the same in every zone; English is named, since the fallback of Intl is the language of the machine.
  const format = new Intl.DateTimeFormat([languageTag(locale), 'en-GB'], { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format;
};

/**
 * A day (`2022-11-18`) as it is written in a language, in English where nothing is known of that.
 *
 * @example
 * dayInWords('2022-11-18', 'az') // '18 noyabr 2022'
 */
export const dayInWords = (day: string, locale: Locale): string =>
  formatOf(locale).format(new Date(`${day}T00:00:00Z`));

/** Two days, the first before the last, as a language writes them: `18 noyabr – 2 dekabr 2022`. */
export const daysInWords = (first: string, last: string, locale: Locale): string =>
  formatOf(locale)
    .formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
    // The standard has thin spaces around the dash, which few fonts have.
    .replaceAll('\u2009', ' ');
