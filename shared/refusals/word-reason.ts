import { az } from './az.ts';
import type { Catalogue } from './catalogue.ts';
import type { Reason } from './codes.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';

/** The catalogue of each language. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, az, ru };

const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null && 'code' in value;

/** A reason in words for people. A code that this release does not know, which a later one has stored, is its own words. */
export const wordReason = ({ code, params = {} }: Reason, language: Language): string => {
  const wording: unknown = catalogues[language].reasons[code];
  if (typeof wording !== 'function') return typeof wording === 'string' ? wording : code;
  const worded = Object.entries(params).map(([name, value]) => [
    name,
    isReason(value) ? wordReason(value, language) : value,
  ]);
  return wording(Object.fromEntries(worded));
};
