import { fatherIn, stemsOf } from './endings.ts';
import { phoneticKey, phoneticReadings } from './phonetic-key.ts';
import { isDaughterOrSon, isRussianPatronymic, plainLetters } from './words.ts';

/** What a word is in a name. */
export const nameRoles = ['given', 'middle', 'father', 'surname'] as const;

export type NameRole = (typeof nameRoles)[number];

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

/** Endings of surnames: -ov(a), -yev(a), -ski, -zadə, -oğlu, -lı, -enko. */
const surnameEnding = /(?:.(?:o|e)ve?|sgi{1,2}|sg(?:iy|i|y|eye)|zete|ogl[oi]|...l[io]|engo)$/;

const looksLikeSurname = (word: string): boolean => phoneticReadings(word).some((one) => surnameEnding.test(one));

/** The words of a name, hyphens kept inside. */
const partsOf = (name: string): string[] =>
  plainLetters(name)
    .split(/[^\p{L}\p{N}'’‘ʼ\-‐‑]+/u)
    .map((word) => word.replace(/['’‘ʼ]/g, '').replace(/^[-‐‑]+|[-‐‑]+$/g, ''))
    .filter((word) => word.length > 0);

interface Roles {
  readonly given: string[];
  readonly middle: string[];
  readonly father: string[];
  readonly surname: string[];
}

/**
 * What each word of a name is: `Rəşad qızı` and `Рашадовна` are the father's, the first of the others is the given name
 * and the last the surname, unless the first alone looks like a surname. A name of one word is a given name, or a
 * surname by its look.
 */
const rolesOf = (name: string): Roles => {
  const words = partsOf(name);
  const father: string[] = [];
  const others = words.filter((word, n) => {
    if (isDaughterOrSon(word)) return false;
    const isFather = n > 0 && (isDaughterOrSon(words[n + 1] ?? '') || (isRussianPatronymic(word) && words.length > 2));
    if (isFather) father.push(word);
    return !isFather;
  });
  const [first = '', ...rest] = others;
  const last = rest.at(-1);
  if (last === undefined) {
    const isSurname = looksLikeSurname(first) && first.length > 4 && father.length === 0;
    return { given: isSurname ? [] : [first], middle: [], father, surname: isSurname ? [first] : [] };
  }
  if (looksLikeSurname(first) && !looksLikeSurname(last)) {
    const [given = '', ...middle] = rest;
    return { given: [given], middle, father, surname: [first] };
  }
  return { given: [first], middle: rest.slice(0, -1), father, surname: [last] };
};

/** A double name, each part of it, and both as one word. */
const spellingsOf = (word: string): string[] => {
  const parts = word.split(/[-‐‑]/u).filter((part) => part.length > 0);
  return parts.length > 1 ? [...parts.filter((part) => part.length > 1), parts.join('')] : parts;
};

const soundsOf = (words: readonly string[]): string[] =>
  unique(words.flatMap(spellingsOf).flatMap(phoneticReadings)).filter((sounds) => sounds.length > 1);

const keysOf = (words: readonly string[]): string[] =>
  unique(soundsOf(words).map(phoneticKey)).filter((key) => key.length > 1);

const adjective = /^(.+sg)(?:ii|iy|i|y|eye|e)$/;

const reducedKeysOf = (words: readonly string[]): string[] =>
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
  const { given, middle, father, surname } = rolesOf(name);
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
