import type { MentionKind } from './mention-kind.ts';
import type { NameIndex } from './name-index.ts';
import { isDaughterOrSon, isRussianPatronymic } from './words.ts';

/** A word where it stands in a text. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A letter, its marks, and what nobody sees inside of a word. */
const wordForm = /\p{L}[\p{L}\p{M}\p{Cf}'’‘ʼ]*/gu;

export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(wordForm)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));

/** What stands between the words of one name. */
const joint = /^[\s'’‘"“”„«»()[\]/*_‐‑-]*$/u;

interface NameSearch {
  readonly text: string;
  /** The words of the text. */
  readonly words: readonly PlacedWord[];
  /** The person. */
  readonly own: NameIndex;
  /** Whether a word may be of somebody's name. */
  readonly isName: (word: string) => boolean;
  /** True for an address and for the name of a file, where no sentence says what belongs together. */
  readonly isAddress: boolean;
}

const isWhole = (kinds: ReadonlySet<MentionKind>): boolean => kinds.has('full') || kinds.has('initial');

/**
 * The places among the words of a text at which a person's own name stands. A sister has the same surname, a friend the
 * same given name: among other names these words are the person's only where they are a whole name together, and no
 * more of them than make it. Alone in a sentence they are.
 */
export const ownWords = ({ text, words, own, isName, isAddress }: NameSearch): ReadonlySet<number> => {
  const wordAt = (n: number): string => words[n]?.word ?? '';
  const isInitial = (n: number): boolean => (isAddress ? /^\p{L}$/u : /^\p{Lu}\p{L}?$/u).test(wordAt(n));
  const kindsIn = (from: number, to = from): ReadonlySet<MentionKind> => {
    const said = text.slice(words[from]?.from, words[to]?.to) + (isInitial(to) ? '.' : '');
    return new Set([...own.find(said, isAddress).values()].flatMap((kinds) => [...kinds]));
  };
  const says = words.map((_, n) => kindsIn(n));
  const isSaid = (n: number, kind: MentionKind): boolean => says[n]?.has(kind) === true;
  /** Whether a word and the one before it can be of one name; a point behind an initial ends nothing. */
  const isJoined = (n: number): boolean => {
    const between = text.slice(words[n - 1]?.to, words[n]?.from);
    return (
      n > 0 && n < words.length && (isAddress || joint.test(isInitial(n - 1) ? between.replace('.', '') : between))
    );
  };
  /** An initial, or a second name, that makes a whole name of the word beside it. */
  const completes = (n: number, other: number): boolean => {
    if (!says[other]?.size || isWhole(says[other]) || !isJoined(Math.max(n, other))) return false;
    return isWhole(kindsIn(Math.min(n, other), Math.max(n, other)));
  };
  /** The name of the father, or its first letter, between the given name and the surname. */
  const isFather = (n: number): boolean => {
    if (isDaughterOrSon(wordAt(n))) return isSaid(n - 2, 'given') && isJoined(n - 1) && isJoined(n);
    const next = isDaughterOrSon(wordAt(n + 1)) ? n + 2 : n + 1;
    if (next === n + 1 && !isRussianPatronymic(wordAt(n)) && !isInitial(n)) return false;
    return isSaid(n - 1, 'given') && isSaid(next, 'surname') && [n, n + 1, next].every(isJoined);
  };
  const isOwn = words.map((_, n) => says[n]?.size !== 0 || completes(n, n - 1) || completes(n, n + 1) || isFather(n));
  const isBeside = (n: number, joined: number): boolean => isJoined(joined) && (isOwn[n] === true || isName(wordAt(n)));
  const found = new Set<number>();
  for (let from = 0; from < words.length; from += 1) {
    if (!isOwn[from]) continue;
    let to = from;
    while (isOwn[to + 1] && isJoined(to + 1)) to += 1;
    /** Whether a word at an end belongs to the name beside it: the rest is whole without it. */
    const isSurplus = (n: number, first: number, last: number): boolean => {
      const rest = first <= last ? kindsIn(first, last) : new Set<MentionKind>();
      return isWhole(rest) && [...(says[n] ?? [])].every((kind) => rest.has(kind));
    };
    const [isBehind, isBefore] = [isBeside(from - 1, from), isBeside(to + 1, to + 1)];
    const first = isBehind && isSurplus(from, from + 1, to) ? from + 1 : from;
    const last = isBefore && isSurplus(to, first, to - 1) ? to - 1 : to;
    const isAlone = !isBehind && !isBefore && !isAddress;
    if (isAlone || isWhole(kindsIn(first, last))) for (let n = first; n <= last; n += 1) found.add(n);
    from = to;
  }
  return found;
};
