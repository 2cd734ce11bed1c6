import { languageName } from '../words/language-name.ts';
import type { Language } from '../words/words.ts';
import { localeOf } from './fields/locale-of.ts';

/** A path of a field as the API names it (`translations.az.title`), apart. */
interface FieldPath {
  /** The names of the field and of what it is in. */
  readonly fields: readonly string[];
  /** The language of the site that it is in. */
  readonly locale: string | undefined;
  /** Its place in a list, from 0 on. */
  readonly index: string | undefined;
}

export const fieldPath = (path: string, locales: readonly string[]): FieldPath => {
  const parts = path.split('.');
  const locale = localeOf(path, locales);
  const isIndex = (part: string) => /^\d+$/.test(part);
  const fields = parts.filter((part) => part !== locale && !isIndex(part));
  return { fields, locale, index: parts.find(isIndex) };
};

/** What a field is called, with its number in a list and its language. */
export const fieldInFull = (name: string, { locale, index }: FieldPath, language: Language): string => {
  const details = [index && String(Number(index) + 1), locale && languageName(locale, language)].filter(Boolean);
  return details.length > 0 ? `${name} (${details.join(', ')})` : name;
};
