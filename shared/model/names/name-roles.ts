import { type SurnameLook, surnameLookOf, surnameLooks } from './surname-look.ts';
import { isDaughterOrSon, isRussianPatronymic, plainLetters } from './words.ts';

/** What a word is in a name. */
export const nameRoles = ['given', 'middle', 'father', 'surname'] as const;

export type NameRole = (typeof nameRoles)[number];

/** The words of a name as they are written, by what they are in it. */
export interface NameParts extends Readonly<Record<NameRole, readonly string[]>> {
  /** True where the given name may be the surname as well: a form that shows the one alone might show the other. */
  readonly isUnclear: boolean;
}

/** A word of a name: as it is written, with the point of an initial, and in plain letters. */
interface NameWord {
  readonly written: string;
  readonly plain: string;
  readonly look: SurnameLook;
  /** Where it stands among the words. */
  readonly place: number;
  /** True where a comma follows. */
  readonly isBeforeComma: boolean;
}

const wordForm = /([\p{L}\p{M}\p{N}\p{Cf}\u2800'’‘ʼ‐‑-]+)(\.?)(?=(\s*,)?)/gu;

const wordsOfName = (name: string): NameWord[] =>
  [...name.matchAll(wordForm)]
    .map(([, letters = '', point = '', comma]) => ({ letters: trimmed(letters), point, comma }))
    .map(({ letters, point, comma }) => ({
      written: letters + point,
      plain: trimmed(plainLetters(letters).replace(/['’‘ʼ]/g, '')),
      isBeforeComma: comma !== undefined,
    }))
    .filter(({ plain }) => plain.length > 0)
    .map((word, place) => ({ ...word, place, look: surnameLookOf(word.plain) }));

const trimmed = (letters: string): string => letters.replace(/^['’‘ʼ‐‑-]+|['’‘ʼ‐‑-]+$/g, '');

const isInCapitals = ({ plain }: NameWord): boolean => /^\p{Lu}[\p{Lu}-]+$/u.test(plain);

/**
 * Whether the surname stands first, where the look of the first word and of the last leaves it open: it stands before a
 * comma, alone in capitals, or in front of a given name and a Russian patronymic; `undefined` where nothing tells.
 */
const isSurnameFirst = (
  [first, last]: readonly [NameWord, NameWord],
  others: readonly NameWord[],
  father: readonly NameWord[],
): boolean | undefined => {
  if (father.some((one) => one.place > last.place && isRussianPatronymic(one.plain))) return true;
  if (first.isBeforeComma) return true;
  if (isInCapitals(first) !== isInCapitals(last) && others.length === 2) return isInCapitals(first);
  return undefined;
};

type Roles = Readonly<Record<NameRole, readonly NameWord[]>> & Pick<NameParts, 'isUnclear'>;

const inOrder = (others: readonly NameWord[], isFirst: boolean): Omit<Roles, 'father' | 'isUnclear'> => {
  if (!isFirst) return { given: others.slice(0, 1), middle: others.slice(1, -1), surname: others.slice(-1) };
  // Behind a surname may stand another one.
  const found = others.findIndex(({ look }, n) => n > 0 && look < surnameLooks.likely);
  const at = found === -1 ? 1 : found;
  return { given: others.slice(at, at + 1), middle: others.slice(at + 1), surname: others.slice(0, at) };
};

const rolesOfOthers = (others: readonly NameWord[], father: readonly NameWord[]): Omit<Roles, 'father'> => {
  const [first] = others;
  const last = others.at(-1);
  if (!first || !last) return { given: [], middle: [], surname: [], isUnclear: true };
  if (first === last) {
    const isSurname = first.look > surnameLooks.either || (first.look === surnameLooks.either && father.length === 0);
    if (isSurname) return { given: [], middle: [], surname: [first], isUnclear: true };
    return { given: [first], middle: [], surname: [], isUnclear: false };
  }
  // Between the two, the father's name stands behind the given one: where they look otherwise, one cue is wrong.
  if (father.some(({ place }) => place === first.place + 1 && place < last.place)) {
    return {
      ...inOrder(others, false),
      isUnclear: first.look >= surnameLooks.likely && last.look === surnameLooks.none,
    };
  }
  const areBoth = first.look >= surnameLooks.likely && last.look >= surnameLooks.likely;
  const isEither = first.look === surnameLooks.either && last.look === surnameLooks.none;
  const isOpen = first.look === last.look || areBoth || isEither;
  if (!isOpen) return { ...inOrder(others, first.look > last.look), isUnclear: false };
  const isFirst = isSurnameFirst([first, last], others, father);
  if (isFirst !== undefined) return { ...inOrder(others, isFirst), isUnclear: false };
  // Between two surnames stands the given name.
  const between = others.filter(({ look }) => look === surnameLooks.none);
  if (first.look > surnameLooks.either && between.length > 0) {
    return { given: between.slice(0, 1), middle: between.slice(1), surname: [first, last], isUnclear: false };
  }
  // `Rəşad qızı` is written behind either of them.
  const isFatherLast = father.some(({ place }) => place > last.place);
  return { ...inOrder(others, false), isUnclear: first.look !== surnameLooks.none || isFatherLast };
};

/**
 * What each word of a name is: `Rəşad qızı` and `Рашадовна` are the father's. Of the others, the first is the given
 * name and the last the surname, unless the first looks more like a surname than the last, or the name is written as
 * lists have it: `Ким Анна Петровна`, `KİM Anna`, `Kim, Anna`. A name of one word is a given name, or a surname by its
 * look.
 */
const rolesOf = (name: string): Roles => {
  const words = wordsOfName(name);
  const isMark = ({ plain }: NameWord): boolean => isDaughterOrSon(plain);
  const isFather = (word: NameWord): boolean => {
    const next = words[word.place + 1];
    const isMarked = next !== undefined && isMark(next);
    return word.place > 0 && (isMarked || (isRussianPatronymic(word.plain) && words.length > 2));
  };
  const named = words.filter((word) => !isMark(word));
  const father = named.filter(isFather);
  const others = named.filter((word) => !isFather(word));
  return { ...rolesOfOthers(others, father), father };
};

/** What the words of a name are, as they are written. */
export const namePartsOf = (name: string): NameParts => {
  const { isUnclear, ...roles } = rolesOf(name);
  const written = (words: readonly NameWord[]): string[] => words.map((word) => word.written);
  const { given, middle, father, surname } = roles;
  return {
    ...{ given: written(given), middle: written(middle), father: written(father), surname: written(surname) },
    isUnclear,
  };
};

/** The same in plain letters. */
export const plainNamePartsOf = (name: string): Readonly<Record<NameRole, string[]>> => {
  const { given, middle, father, surname } = rolesOf(name);
  const plain = (words: readonly NameWord[]): string[] => words.map((word) => word.plain);
  return { given: plain(given), middle: plain(middle), father: plain(father), surname: plain(surname) };
};
