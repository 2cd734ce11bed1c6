import type { FieldLocation } from '../../../shared/model/json/field-location.ts';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import { addressWords } from '../addresses/words.ts';
import { siteFieldName } from '../site/field-names.ts';
import { languageName } from '../words/language-name.ts';
import type { Language, Words } from '../words/words.ts';
import { localeOf } from './fields/locale-of.ts';
import { fieldWords } from './fields/words.ts';

interface Surroundings {
  readonly words: Words;
  readonly language: Language;
  /** The languages of the site. */
  readonly locales: readonly string[];
}

/**
 * What a field is called on the screen, by its path as the API names it (`translations.az.title`): with its language,
 * and its number in a list.
 */
export const fieldName = (path: string, { words, language, locales }: Surroundings): string => {
  const names: Readonly<Record<string, unknown>> = {
    ...words.fields,
    ...fieldWords[language].names,
    place: fieldWords[language].sections.where,
    notice: fieldWords[language].sections.notice,
    pictures: words.pictures.title,
    formerSlugs: addressWords[language].formerSlug,
    redirectsFrom: addressWords[language].oldPath,
  };
  const parts = path.split('.');
  const number = parts.find((part) => /^\d+$/.test(part));
  const locale = localeOf(path, locales);
  // A former address is named by its hash.
  const fields = parts.filter((part) => !/^\d+$/.test(part) && part !== locale && !/^[0-9a-f]{64}$/.test(part));
  const paths = fields.map((_, n) => fields.slice(0, fields.length - n).join('.'));
  // The whole path, a field of a text, or the nearest above it that has a name.
  const name = [paths[0] ?? '', fields.at(-1) ?? '', ...paths]
    .map((one) => names[one])
    .find((one) => typeof one === 'string');
  const details = [number && String(Number(number) + 1), locale && languageName(locale, language)].filter(Boolean);
  return `${name ?? path}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
};

/** What the field is called where a text stands: of an item, or of the settings. */
export const placeName = (place: FieldLocation, surroundings: Surroundings): string =>
  place.kind === 'site' ? siteFieldName(fieldPathOf(place), surroundings) : fieldName(fieldPathOf(place), surroundings);
