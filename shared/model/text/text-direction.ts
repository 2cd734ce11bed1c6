import type { Locale } from '../languages/locale.ts';

/** Scripts that are written from right to left (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand']);

/**
 * The direction of a language's most usual script, or of the one that its tag names.
 *
 * @example
 * textDirection('az-Arab') // 'rtl'
 */
export const textDirection = (locale: Locale): 'ltr' | 'rtl' => {
  try {
    return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
};

/** A letter, or a mark of direction that somebody has set already. */
const strong = /[\p{L}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const rightToLeftLetter =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thaa}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Samr}\p{sc=Mand}]/u;

/**
 * A line of text for programs that show each in the direction of its first letter (UAX #9, rule P2): where that is not
 * the direction of the language, a mark without a width goes first.
 *
 * @example
 * withDirectionMark('Sergi: معرض', 'ar') // '\u200FSergi: معرض'
 */
export const withDirectionMark = (text: string, locale: Locale): string => {
  const [first] = strong.exec(text) ?? [];
  if (first === undefined || !/\p{L}/u.test(first)) return text;
  const direction = textDirection(locale);
  if (direction === (rightToLeftLetter.test(first) ? 'rtl' : 'ltr')) return text;
  return `${direction === 'rtl' ? '\u200F' : '\u200E'}${text}`;
};
