import type { FieldLocation } from '../../../shared/model/json/field-location.ts';
import { fieldPathOf } from '../../../shared/model/names/text-fields.ts';
import { addressWords } from '../addresses/words.ts';
import { siteFieldName } from '../site/field-names.ts';
import type { Language, Words } from '../words/words.ts';
import { fieldInFull, fieldPath } from './field-in-full.ts';
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
  const parts = fieldPath(path, locales);
  // A former address is named by its hash.
  const fields = parts.fields.filter((part) => !/^[0-9a-f]{64}$/.test(part));
  const paths = fields.map((_, n) => fields.slice(0, fields.length - n).join('.'));
  // The whole path, a field of a text, or the nearest above it that has a name.
  const name = [paths[0] ?? '', fields.at(-1) ?? '', ...paths]
    .map((one) => names[one])
    .find((one) => typeof one === 'string');
  return fieldInFull(name ?? path, parts, language);
};

/** What the field is called where a text stands: of an item, or of the settings. */
export const placeName = (place: FieldLocation, surroundings: Surroundings): string =>
  place.kind === 'site' ? siteFieldName(fieldPathOf(place), surroundings) : fieldName(fieldPathOf(place), surroundings);
