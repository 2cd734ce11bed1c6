import type { Locale } from '../languages/locale.ts';
import { dayInWords } from './day-in-words.ts';
import { dayOf, timeOf } from './local-time.ts';

/** A day or an instant in words: `18 noyabr 2022`, `18 noyabr 2022, 19:30`. */
export const occasionInWords = (occasion: string, locale: Locale, timeZone: string): string => {
  const time = timeOf(occasion, timeZone);
  return `${dayInWords(dayOf(occasion, timeZone), locale)}${time ? `, ${time}` : ''}`;
};
