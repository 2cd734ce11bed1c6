import { nameKeys, textKeys } from './name-keys.ts';
import { plainLetters } from './words.ts';

/** A name without marks and capitals, as a caller on the telephone may spell a part of it. */
export const foldedName = (name: string): string =>
  name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');

/** The keys of all words of a name. */
const keysOfName = (name: string): Set<string> => {
  const { given, middle = [], father = [], surname = [], joined = [], reduced = {} } = nameKeys(name);
  return new Set([given, middle, father, surname, joined, ...Object.values(reduced)].flat());
};

/**
 * Finds names by a name as people say it: each of its words must be a part of the name that is found, or one of its
 * words in another grammatical form, another alphabet or another spelling, in any order.
 */
export const nameQuery = (query: string): ((name: string) => boolean) => {
  const words = plainLetters(query)
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word.length > 0)
    .map((word) => {
      const { full, reduced, father } = textKeys(word);
      return { plain: foldedName(word), keys: [...full, ...reduced, ...father] };
    });
  return (name) => {
    if (words.length === 0) return false;
    const plain = foldedName(name);
    const others = words.filter((word) => !plain.includes(word.plain));
    if (others.length === 0) return true;
    const known = keysOfName(name);
    return others.every(({ keys }) => keys.some((key) => known.has(key)));
  };
};
