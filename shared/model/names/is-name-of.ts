import { initialsOf, keysOf, reducedKeysOf } from './name-keys.ts';
import { plainNamePartsOf } from './name-roles.ts';

const haveCommon = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

const firstLetter = (word: string): string => [...word][0] ?? '';

/**
 * True where a name, whole or in a shorter form, can be that of a person: its given name and its surname are among the
 * words of the person's name, in any spelling and order. A name that says less can be, one that says more cannot.
 */
export const isNameOf = (name: string, person: string): boolean => {
  if (name === person) return true;
  const theirs = plainNamePartsOf(person);
  const words = Object.values(theirs).flat();
  const known = keysOf(words);
  const initials = words.flatMap((word) => initialsOf(firstLetter(word)));
  const isTheirs = (word: string): boolean =>
    [...word].length === 1 ? haveCommon(initialsOf(word), initials) : haveCommon(keysOf([word]), known);
  // Məmmədov and Məmmədova are one surname.
  const isTheirSurname = (word: string): boolean => {
    const both = (surnames: readonly string[]): string[] => [...keysOf(surnames), ...reducedKeysOf(surnames)];
    return isTheirs(word) || haveCommon(both([word]), both(theirs.surname));
  };
  const { given, surname } = plainNamePartsOf(name);
  return given.every(isTheirs) && surname.every(isTheirSurname);
};
