import slugify from '@sindresorhus/slugify';
import type { Locale } from '../languages/locale.ts';
import { azerbaijaniLetters, otherCyrillicLetters } from './cyrillic-letters.ts';
import { slugLength } from './slug.ts';
import { spellOutAmpersands } from './spell-out-ampersands.ts';

/**
 * Letters whose usual Latin form in Azerbaijan differs from the library's (which writes ə as a, ö as oe, щ as sch), and
 * letters of earlier Latin alphabets of Azerbaijani and others that it does not know.
 */
const replacements: [string, string][] = [
  ['ə', 'e'],
  ['Ə', 'e'],
  ['ö', 'o'],
  ['Ö', 'o'],
  ['ü', 'u'],
  ['Ü', 'u'],
  ['щ', 'shch'],
  ['Щ', 'shch'],
  // What keyboards of other languages have in place of Ə.
  ['ǝ', 'e'],
  ['Ǝ', 'e'],
  ['Ɵ', 'o'],
  ['ɵ', 'o'],
  ['Ƣ', 'g'],
  ['ƣ', 'g'],
  ['Ƶ', 'z'],
  ['ƶ', 'z'],
  ['Ŋ', 'n'],
  ['ŋ', 'n'],
  ['Ŧ', 't'],
  ['ŧ', 't'],
];

const inLatin = (text: string): string => slugify(text, { decamelize: false, customReplacements: replacements });

const isKnown = (letter: string): boolean => inLatin(`a${letter}b`) !== 'a-b';

/** What stands for a letter before the library sees it: the letter, where the library knows it. */
const standIn = (letter: string): string => {
  const lower = letter.toLowerCase();
  const other = otherCyrillicLetters.get(lower);
  if (other !== undefined || isKnown(letter)) return other ?? letter;
  const plain = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  return otherCyrillicLetters.get(plain) ?? [lower, plain].find(isKnown) ?? letter;
};

/** Letters that only Azerbaijani has, and those that it shares with other languages but Russian. */
const onlyAzerbaijani = /[ҝҹ]/iu;
const azerbaijaniNotRussian = /[әғҝөүһҹј]/iu;

/** True where Cyrillic letters of a text are to be read as Azerbaijani. */
const isAzerbaijani = (title: string, locale: Locale | undefined): boolean =>
  onlyAzerbaijani.test(title) || (locale === 'az' && azerbaijaniNotRussian.test(title));

/** How a slug is made. */
interface SlugOptions {
  /**
   * The language of the title, where it is known: Cyrillic letters mean other sounds in Azerbaijani than in Russian,
   * and `&` is read as a word of the language.
   */
  readonly locale?: Locale | undefined;
  /** Most characters. */
  readonly max?: number;
}

/**
 * A slug made from a title: transliterated to Latin letters, at most `max` characters, cut at a word.
 * A title without a letter or digit that can be transliterated gives `undefined`.
 *
 * @example slugFromTitle('Şagirdlərin rəsm müsabiqəsi') // 'sagirdlerin-resm-musabiqesi'
 */
export const slugFromTitle = (title: string, { locale, max = slugLength }: SlugOptions = {}): string | undefined => {
  const letters = isAzerbaijani(title, locale) ? azerbaijaniLetters : new Map<string, string>();
  const words = locale === undefined ? title : spellOutAmpersands(title, locale);
  const slug = inLatin(
    words
      .normalize('NFC')
      .replace(/[\p{L}--\p{ASCII}]/gv, (letter) => letters.get(letter.toLowerCase()) ?? standIn(letter)),
  );
  if (slug.length <= max) return slug || undefined;
  const cut = slug.slice(0, max + 1);
  const atWord = cut.lastIndexOf('-');
  return atWord > 0 ? cut.slice(0, atWord) : cut.slice(0, max);
};
