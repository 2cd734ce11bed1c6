import { stemsOf } from './endings.ts';
import { keysOf, reducedKeysOf } from './name-keys.ts';
import { phoneticKey, phoneticReadings } from './phonetic-key.ts';
import { plainLetters } from './words.ts';

/** A word by its letters, without invisible signs. */
const lettersOf = (text: string): string[] =>
  [...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{Cf}]+|\p{N}+/gu)].map(([word]) => word);

const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

/**
 * What letters of the back of the mouth can stand for: names are written with any of them, and places are not. A garden
 * (`bağı`) is not Bakı.
 */
const backSounds: Readonly<Record<string, string>> = {
  ...{ k: 'k', q: 'kg', g: 'kg', ğ: 'g', gh: 'g', x: 'x', h: 'x', kh: 'x' },
  ...{ к: 'k', қ: 'kg', ҝ: 'kg', г: 'gx', ғ: 'g', х: 'x', һ: 'x', ҳ: 'x' },
};

/** `sh` and its like are of the front of the mouth. */
const backLetters = /[sczp]h|gh|kh|[kqgğxhкқҝгғхһҳ]/gu;

const backSoundsOf = (word: string): string[] =>
  [...word.toLowerCase().normalize('NFC').matchAll(backLetters)].flatMap(([letter]) => backSounds[letter] ?? []);

const consonants = (key: string): string => key.replace(/[eoi]/g, '');

/** Fewest consonants by which a place is known whatever its vowels: Naxçıvan is Нахичевань. */
const fewestConsonants = 4;

/** What makes an adjective of a place: бакинский, гянджинские. */
const adjective = /(?<=...)(?:in)?sg[eioyhmg]*$/;

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

/** Every beginning of a word, by its sounds, that an ending can follow. */
const stems = (word: string) => {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  return phoneticReadings(plainLetters(word)).flatMap((sounds) => [
    ...stemsOf(sounds, isCyrillic),
    ...bareOf(sounds, adjective).map((bare) => ({ key: phoneticKey(bare), replacesVowel: true })),
    // A vowel joins the ending to a consonant.
    ...bareOf(sounds, possessive).flatMap((bare) =>
      [bare, bare.replace(/[io]$/, '')].map((one) => ({ key: phoneticKey(one), replacesVowel: false })),
    ),
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

const isCommon = finderOf(common);
const isSchool = finderOf(schools);

/** Finds a word that tells a place from others, in any grammatical form, case and alphabet. */
const ownWordFinder = (word: string): IsFound => {
  const isOfName = finderOf([word]);
  const keys = keysOf([plainLetters(word)]);
  // Bakı is Baku in English, and Баку in Russian.
  const ends = new Set(
    keys.flatMap((key) => (/[oi]$/.test(key) ? [`${key.slice(0, -1)}o`, `${key.slice(0, -1)}i`] : [])),
  );
  const skeletons = new Set(keys.map(consonants).filter((one) => one.length >= fewestConsonants));
  const back = backSoundsOf(word);
  const hasItsBackSounds: IsFound = (other) => {
    const others = backSoundsOf(other);
    return back.every((sounds, n) => [...sounds].some((sound) => others[n]?.includes(sound)));
  };
  return (other) =>
    hasItsBackSounds(other) &&
    (isOfName(other) || stems(other).some(({ key }) => ends.has(key) || skeletons.has(consonants(key))));
};

/** How far a number may stand from the word for a school, in words. */
const near = 3;

/**
 * Finds a part of a place: by the words that are its own, else by its number beside a school, else as it is written.
 */
const partFinder = (part: string): ((words: readonly string[]) => boolean) => {
  const words = lettersOf(part);
  const own = words.filter((word) => !isNumber(word) && !isCommon(word)).map(ownWordFinder);
  if (own.length > 0) return (text) => own.every((isFound) => text.some(isFound));
  const numbers = words.filter(isNumber);
  if (numbers.length > 0) {
    return (text) => {
      const isNear = (at: number): boolean => text.slice(Math.max(0, at - near), at + near + 1).some(isSchool);
      return numbers.every((number) => text.some((word, n) => word === number && isNear(n)));
    };
  }
  const finders = words.map((word) => finderOf([word]));
  return (text) => text.some((_, n) => finders.every((isFound, m) => isFound(text[n + m] ?? '')));
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
