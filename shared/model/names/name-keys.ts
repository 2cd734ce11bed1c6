import { fatherIn, stemsOf } from './endings.ts';
import { type NameRole, plainNamePartsOf } from './name-roles.ts';
import { phoneticKey, phoneticReadings } from './phonetic-key.ts';

/** The keys by which the words of a name are found, and nothing that could be read as the name. */
export interface NameKeys {
  readonly given: readonly string[];
  readonly middle?: readonly string[] | undefined;
  readonly father?: readonly string[] | undefined;
  readonly surname?: readonly string[] | undefined;
  /** Without the vowel that Russian endings take the place of: Лейл-, Мамедов-. */
  readonly reduced?: { readonly [role in NameRole]?: readonly string[] } | undefined;
  /** Given name and surname written as one word, either way round. */
  readonly joined?: readonly string[] | undefined;
  /** The sounds that the given name may begin with. */
  readonly initials: readonly string[];
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];

/** A double name, each part of it, and both as one word. */
const spellingsOf = (word: string): string[] => {
  const parts = word.split(/[-‐‑]/u).filter((part) => part.length > 0);
  return parts.length > 1 ? [...parts.filter((part) => part.length > 1), parts.join('')] : parts;
};

const soundsOf = (words: readonly string[]): string[] =>
  unique(words.flatMap(spellingsOf).flatMap(phoneticReadings)).filter((sounds) => sounds.length > 1);

/** The keys of some words of names, in plain letters. */
export const keysOf = (words: readonly string[]): string[] =>
  unique(soundsOf(words).map(phoneticKey)).filter((key) => key.length > 1);

const adjective = /^(.+sg)(?:ii|iy|i|y|eye|e)$/;

/** The same without the vowel at the end. */
export const reducedKeysOf = (words: readonly string[]): string[] =>
  unique(
    soundsOf(words).flatMap((sounds) => {
      const beginning = adjective.exec(sounds)?.[1] ?? /^(.{2,}?)y?[eoi]$/.exec(sounds)?.[1];
      return beginning ? [phoneticKey(beginning)] : [];
    }),
  ).filter((key) => key.length > 1);

const fathersOf = (words: readonly string[]): string[] =>
  unique(soundsOf(words).flatMap((sounds) => phoneticKey(fatherIn(sounds) ?? sounds))).filter((key) => key.length > 1);

/** The sounds that an initial may stand for. */
export const initialsOf = (letter: string): string[] =>
  unique(
    phoneticReadings(letter).flatMap((sounds) => {
      const [first = '', second = ''] = sounds;
      return first === 'y' ? [first, second] : [first === 'h' ? 'g' : first];
    }),
  ).filter((sound) => sound !== '');

const filled = (keys: readonly string[]): readonly string[] | undefined => (keys.length > 0 ? keys : undefined);

/** The keys by which a name is found in texts, in any alphabet, case and order. */
export const nameKeys = (name: string): NameKeys => {
  const { given, middle, father, surname } = plainNamePartsOf(name);
  const both = given.flatMap((one) => surname.flatMap((other) => [one + other, other + one]));
  const reduced = {
    given: filled(reducedKeysOf(given)),
    middle: filled(reducedKeysOf(middle)),
    surname: filled(reducedKeysOf(surname)),
  };
  return {
    given: keysOf(given),
    middle: filled(keysOf(middle)),
    father: filled(fathersOf(father)),
    surname: filled(keysOf(surname)),
    reduced: Object.values(reduced).some((keys) => keys) ? reduced : undefined,
    joined: filled(keysOf(both.map((one) => one.replace(/[-‐‑]/gu, '')))),
    initials: unique(given.flatMap((one) => initialsOf(one))),
  };
};

/**
 * The keys that a word of a text can be a form of. Those of `reduced` are found by endings alone that take the place of
 * a vowel.
 */
export const textKeys = (
  word: string,
): { full: readonly string[]; reduced: readonly string[]; father: readonly string[] } => {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  const sounds = phoneticReadings(word);
  const stems = sounds.flatMap((one) => stemsOf(one, isCyrillic));
  return {
    full: unique(stems.map(({ key }) => key)),
    reduced: unique(stems.flatMap(({ key, replacesVowel }) => (replacesVowel ? [key] : []))),
    father: unique(sounds.flatMap((one) => fatherIn(one) ?? []).map(phoneticKey)),
  };
};
