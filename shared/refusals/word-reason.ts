import { staffWords } from '#staff-words';
import type { ReaderCatalogue } from './catalogue.ts';
import type { Reason } from './codes.ts';
import type { Language } from './language.ts';
import { az } from './reader-words-az.ts';
import { en } from './reader-words-en.ts';
import { ru } from './reader-words-ru.ts';

/** What everybody is told, in each language. */
export const catalogues: Readonly<Record<Language, ReaderCatalogue>> = { en, az, ru };

/** The words of every code, by language; in functions for readers, of those for readers. */
export const wordings: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = {
  en: { ...en.reasons, ...staffWords?.en.reasons },
  az: { ...az.reasons, ...staffWords?.az.reasons },
  ru: { ...ru.reasons, ...staffWords?.ru.reasons },
};

const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null && 'code' in value;

/**
 * A reason in words for people. A code that this release does not know, which a later one has stored, is its own words.
 */
export const wordReason = ({ code, params = {} }: Reason, language: Language): string => {
  const wording = wordings[language][code];
  if (typeof wording !== 'function') return typeof wording === 'string' ? wording : code;
  const worded = Object.entries(params).map(([name, value]) => [
    name,
    isReason(value) ? wordReason(value, language) : value,
  ]);
  return wording(Object.fromEntries(worded));
};
