import { lazily } from '../lazily.ts';
import { stemsOf } from './endings.ts';
import { keysOf, reducedKeysOf } from './name-keys.ts';
import { phoneticKey, phoneticReadings } from './phonetic-key.ts';
import { isAzerbaijani, placeLetters } from './place-sounds.ts';
import { plainLetters } from './words.ts';

/** A word by its letters, without invisible signs. */
const lettersOf = (text: string): string[] =>
  [...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{Cf}]+|\p{N}+/gu)].map(([word]) => word);

const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

const consonants = (key: string): string => key.replace(/[eoi]/g, '');

/** Fewest consonants by which a place is known whatever its vowels: Naxçıvan is Нахичевань. */
const fewestConsonants = 4;

/** What makes an adjective of a place, and who lives there: бакинский, гянджинские, бакинцы. */
const adjective = /(?<=...)(?:(?:in)?sg|ine?ts)[eioyhmgv]*$/;

/** Whose a place is, which names of people hardly ever say, and the cases: `məktəbimiz`, `Bakım`, `şəhərimizdə`. */
const possessive = /(?<=...)(?:m|[mn][io]z)(?:[eio]|[io]n|[tn]e|ten|le)?$/;

/** What a place is called by in many places: it tells none from another. */
const common = [
  ...['məktəb', 'orta', 'tam', 'ümumi', 'ümumtəhsil', 'təhsil', 'ibtidai', 'əsas', 'lisey', 'gimnaziya', 'kollec'],
  ...['nömrəli', 'nömrə', 'saylı', 'sayılı', 'no', 'adına', 'adda', 'şəhər', 'rayon', 'kənd', 'qəsəbə', 'region'],
  ...['bölgə', 'respublika', 'uşaq', 'bağça', 'incəsənət', 'sənət', 'rəsm', 'rəssamlıq', 'musiqi', 'xüsusi', 'dövlət'],
  ...['beynəlxalq', 'azərbaycan', 'texniki', 'humanitar', 'və', 'for', 'of', 'the', 'and', 'school', 'secondary'],
  ...['primary', 'high', 'full', 'lyceum', 'gymnasium', 'college', 'number', 'named', 'after', 'city', 'town'],
  ...['village', 'district', 'art', 'music', 'kindergarten', 'azerbaijan', 'международная', 'школа', 'средняя'],
  ...['полная', 'общеобразовательная', 'начальная', 'лицей', 'гимназия', 'колледж', 'номер', 'имени', 'им', 'город'],
  ...['гор', 'район', 'село', 'посёлок', 'детский', 'сад', 'художественная', 'музыкальная', 'искусств', 'и'],
  ...['республика', 'регион', 'область', 'азербайджан', 'cı', 'ci', 'cu', 'cü', 'li', 'lı', 'nöm', 'ş', 'r', 'k', 'q'],
];

const schools = ['məktəb', 'lisey', 'gimnaziya', 'school', 'lyceum', 'gymnasium', 'школа', 'лицей', 'гимназия'];

/** The same in Azerbaijani: `bakılı`, `gəncəlilər`. */
const resident = /(?<=..)l[io](?:g|ler)?(?:i|in|yi|ni|nin|ye|e|te|ten|le|yle|tir|tor|yem|yig)?$/;

interface Stem {
  readonly key: string;
  readonly replacesVowel: boolean;
}

/** How many words' stems are kept: texts repeat themselves, and each word is compared with every part of a place. */
const rememberedWords = 10_000;

const remembered = new Map<string, readonly Stem[]>();

const stems = (word: string): readonly Stem[] => {
  const known = remembered.get(word);
  if (known) return known;
  const found = stemsIn(word);
  if (remembered.size < rememberedWords) remembered.set(word, found);
  return found;
};

/** Every beginning of a word, by its sounds, that an ending can follow. */
const stemsIn = (word: string): Stem[] => {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  // Without its points `ё` would be read as `е`.
  const readings = [word, word.replace(/ё/giu, 'о')].flatMap((one) => phoneticReadings(plainLetters(one)));
  return readings.flatMap((sounds) => [
    // Endings that take the place of a vowel otherwise are those of families: `gənclər` are not of Gəncə.
    ...stemsOf(sounds, isCyrillic).map((stem) => (isCyrillic ? stem : { ...stem, replacesVowel: false })),
    ...bareOf(sounds, adjective).map((bare) => ({ key: phoneticKey(bare), replacesVowel: true })),
    // A vowel joins the ending to a consonant.
    ...bareOf(sounds, possessive).flatMap((bare) =>
      [bare, bare.replace(/[io]$/, '')].map((one) => ({ key: phoneticKey(one), replacesVowel: false })),
    ),
    ...bareOf(sounds, resident).map((bare) => ({ key: phoneticKey(bare), replacesVowel: false })),
  ]);
};

const bareOf = (sounds: string, ending: RegExp): string[] => (ending.test(sounds) ? [sounds.replace(ending, '')] : []);

type IsFound = (word: string) => boolean;

const finderOf = (words: readonly string[]): IsFound => {
  const plain = words.map(plainLetters);
  const known = new Set([...plain.flatMap(phoneticReadings).map(phoneticKey), ...keysOf(plain)]);
  const reduced = new Set(reducedKeysOf(plain));
  return (word) => stems(word).some(({ key, replacesVowel }) => known.has(key) || (replacesVowel && reduced.has(key)));
};

const isCommon = lazily(() => finderOf(common));
const isSchool = lazily(() => finderOf(schools));

/** Finds a word that tells a place from others, in any grammatical form, case and alphabet. */
const ownWordFinder = (word: string): IsFound => {
  const isOfName = finderOf([word]);
  const keys = keysOf([plainLetters(word)]);
  // Bakı is Baku in English, and Баку in Russian.
  const ends = new Set(
    keys.flatMap((key) => (/[oi]$/.test(key) ? [`${key.slice(0, -1)}o`, `${key.slice(0, -1)}i`] : [])),
  );
  const skeletons = new Set(keys.map(consonants).filter((one) => one.length >= fewestConsonants));
  const letters = placeLetters(word);
  const isWritten = isAzerbaijani(word);
  return (other) => {
    const isHeard = isOfName(other) || stems(other).some(({ key }) => ends.has(key));
    if (isHeard && letters.begin(other)) return true;
    // A writer who knows Azerbaijani writes its vowels.
    if (isWritten && isAzerbaijani(other)) return false;
    return stems(other).some(({ key }) => skeletons.has(consonants(key))) && letters.haveConsonantsOf(other);
  };
};

/** Finds words beside each other, in this order; what every place may have can stand between them. */
const rowFinder = (own: readonly IsFound[]): ((text: readonly string[]) => boolean) => {
  const [first, ...others] = own;
  return (text) => {
    const goesOn = (from: number, [next, ...rest]: readonly IsFound[]): boolean => {
      if (!next) return true;
      for (let n = from; n < text.length; n += 1) {
        const word = text[n] ?? '';
        if (next(word) && goesOn(n + 1, rest)) return true;
        if (!isNumber(word) && !isCommon()(word)) return false;
      }
      return false;
    };
    return text.some((word, n) => first?.(word) === true && goesOn(n + 1, others));
  };
};

/** Finds the words of a place that are its own: beside each other, in either order, or written as one. */
const ownWordsFinder = (words: readonly string[]): ((text: readonly string[]) => boolean) => {
  const own = words.map(ownWordFinder);
  const isWhole = ownWordFinder(words.join(''));
  const rows = words.length > 1 ? [rowFinder(own), rowFinder(own.toReversed())] : [];
  return (text) =>
    rows.some((isRow) => isRow(text)) ||
    text.some((word, n) => isWhole(word) || isWhole(`${word}${text[n + 1] ?? ''}`));
};

/** How far a number may stand from the word for a school, in words. */
const near = 3;

/** Finds the number of a place beside a school. */
const numberFinder =
  (numbers: readonly string[]): ((text: readonly string[]) => boolean) =>
  (text) => {
    const isNear = (at: number): boolean => text.slice(Math.max(0, at - near), at + near + 1).some(isSchool());
    return numbers.every((number) => text.some((word, n) => word === number && isNear(n)));
  };

/**
 * Finds a part of a place: by the words that are its own, by its number beside a school; where it has neither, as it is
 * written.
 */
const partFinder = (part: string): ((words: readonly string[]) => boolean) => {
  const words = lettersOf(part);
  const own = words.filter((word) => !isNumber(word) && !isCommon()(word));
  const numbers = words.filter(isNumber);
  const finders = [
    ...(own.length > 0 ? [ownWordsFinder(own)] : []),
    ...(numbers.length > 0 ? [numberFinder(numbers)] : []),
  ];
  if (finders.length > 0) return (text) => finders.some((isFound) => isFound(text));
  const asWritten = words.map((word) => finderOf([word]));
  return (text) => text.some((_, n) => asWritten.every((isFound, m) => isFound(text[n + m] ?? '')));
};

/**
 * Finds places, a school or a region each, in texts: in another grammatical form, case, alphabet or language. The words
 * that many places have (`6 nömrəli məktəb`) are one only together.
 */
export const placeFinder = (places: readonly string[]): ((text: string) => boolean) => {
  const finders = places
    .flatMap((place) => place.split(/[,;()/]/))
    .filter((part) => lettersOf(part).length > 0)
    .map(partFinder);
  return (text) => {
    const words = lettersOf(text);
    return finders.some((isFound) => isFound(words));
  };
};
