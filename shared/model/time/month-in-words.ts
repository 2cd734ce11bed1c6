import type { Locale } from '../languages/locale.ts';
import { languageTag } from './day-in-words.ts';

const formats = new Map<Locale, Intl.DateTimeFormat>();

/** The format of a language, which is kept: a list of months takes it hundreds of times. */
const formatOf = (locale: Locale): Intl.DateTimeFormat => {
  const known = formats.get(locale);
  if (known) return known;
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat([languageTag(locale), 'en-GB'], options);
  formats.set(locale, format);
  return format;
};

/** A month (`2022-11`) as it is written in a language: `noyabr 2022`. */
export const monthInWords = (month: string, locale: Locale): string =>
  formatOf(locale).format(new Date(`${month}-01T00:00:00Z`));

/** A day (`2022-11-18`) with its weekday, and without its year: `18 noyabr, cümə`. */
export const weekdayInWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat([languageTag(locale), 'en-GB'], {
    ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** The number of a day (`2022-11-18`) in its month, and that month as it stands beside it: `18`, `noyabr`. */
export const dayAndMonth = (day: string, locale: Locale): { readonly day: string; readonly month: string } => {
  const parts = new Intl.DateTimeFormat([languageTag(locale), 'en-GB'], {
    ...({ day: 'numeric', month: 'long' } as const),
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { day: part('day'), month: part('month') };
};
