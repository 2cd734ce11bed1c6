import type { Locale } from './locale.ts';

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
