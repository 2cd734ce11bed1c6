import slugify from '@sindresorhus/slugify';
import { slugLength } from './slug.ts';

/** Letters whose usual Latin form in Azerbaijan differs from the library's (which writes ə as a, ö as oe, щ as sch). */
const replacements: [string, string][] = [
  ['ə', 'e'],
  ['Ə', 'e'],
  ['ö', 'o'],
  ['Ö', 'o'],
  ['ü', 'u'],
  ['Ü', 'u'],
  ['щ', 'shch'],
  ['Щ', 'shch'],
];

/**
 * A slug made from a title: transliterated to Latin letters, at most `max` characters, cut at a word.
 * A title without a letter or digit that can be transliterated gives `undefined`.
 *
 * @example slugFromTitle('Şagirdlərin rəsm müsabiqəsi') // 'sagirdlerin-resm-musabiqesi'
 */
export const slugFromTitle = (title: string, max: number = slugLength): string | undefined => {
  const slug = slugify(title.normalize('NFC'), { decamelize: false, customReplacements: replacements });
  if (slug.length <= max) return slug || undefined;
  const cut = slug.slice(0, max + 1);
  const atWord = cut.lastIndexOf('-');
  return atWord > 0 ? cut.slice(0, atWord) : cut.slice(0, max);
};
