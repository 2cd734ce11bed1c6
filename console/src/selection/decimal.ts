import type { Language } from '../words/words.ts';

/** A number as each language writes it. Not by `Intl`: Chromium writes Azerbaijani numbers as English ones. */
export const decimal = (value: number, language: Language): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');
