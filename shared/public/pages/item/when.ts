import type { Locale } from '../../../model/languages/locale.ts';
import { dayInWords, daysInWords } from '../../../model/time/day-in-words.ts';
import { dayOf, timeOf, withOffset } from '../../../model/time/local-time.ts';
import { occasionInWords } from '../../../model/time/occasion-in-words.ts';
import { html, type Markup } from '../markup/html.ts';

/** From when to when, in words: `18 noyabr 2022`, `18 noyabr 2022, 10:00–12:00`, `18 noyabr – 2 dekabr 2022`. */
export const periodInWords = (
  from: string | undefined,
  to: string | undefined,
  locale: Locale,
  timeZone: string,
): string | undefined => {
  const [first, last] = from ? [from, to] : [to, undefined];
  if (!first) return undefined;
  const start = occasionInWords(first, locale, timeZone);
  if (!last || last === first) return start;
  const [startTime, endTime] = [timeOf(first, timeZone), timeOf(last, timeZone)];
  if (dayOf(first, timeZone) === dayOf(last, timeZone)) return startTime && endTime ? `${start}–${endTime}` : start;
  if (!startTime && !endTime) return daysInWords(first, last, locale);
  return `${start} – ${occasionInWords(last, locale, timeZone)}`;
};

/** The same as an element that programs read the beginning of. */
export const periodElement = (
  from: string | undefined,
  to: string | undefined,
  locale: Locale,
  timeZone: string,
): Markup | undefined => {
  const words = periodInWords(from, to, locale, timeZone);
  return words === undefined
    ? undefined
    : html`<time datetime="${withOffset(from ?? to ?? '', timeZone)}">${words}</time>`;
};

/** A day in words, with a machine-readable date. */
export const dayElement = (occasion: string, locale: Locale, timeZone: string): Markup => {
  const day = dayOf(occasion, timeZone);
  return html`<time datetime="${day}">${dayInWords(day, locale)}</time>`;
};
