import { languageName } from '../words/language-name.ts';
import type { Language, Words } from '../words/words.ts';

interface Surroundings {
  readonly words: Words;
  readonly language: Language;
  /** The languages of the site. */
  readonly locales: readonly string[];
}

/** What a field is called on the screen, by its path as the API names it (`translations.az.title`): with its language, and its number in a list. */
export const fieldName = (path: string, { words, language, locales }: Surroundings): string => {
  const names: Readonly<Record<string, unknown>> = {
    ...words.fields,
    pictures: words.pictures.title,
    showings: words.fields.startsAt,
    publishAt: words.publish.at,
    unpublishAt: words.publish.until,
  };
  const parts = path.split('.');
  const name = parts.map((part) => names[part]).find((one) => typeof one === 'string');
  const number = parts.find((part) => /^\d+$/.test(part));
  const locale = parts.find((part) => locales.includes(part));
  const details = [number && String(Number(number) + 1), locale && languageName(locale, language)].filter(Boolean);
  return `${name ?? path}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
};
