import { shortened } from '../../refusals/shortened.ts';
import { documentExtension, documentTypes } from '../files/document.ts';
import type { NameIndex } from './name-index.ts';
import { ownWords, type PlacedWord, placedWords } from './own-words.ts';

/** Takes what may be another person's name out of a text. */
const left = '[…]';

/** Longest passage, in UTF-16 units. */
const longest = 400;

/**
 * What parts a text into sentences, the surest first: the end of a sentence, but not the point behind an initial; the
 * end of a line; the end of a sentence behind which a space was forgotten. A name may be broken over two lines, and
 * have a point within.
 */
const sentenceEnds = [
  /(?<=(?<!(?:^|[^\p{L}])\p{Lu}\p{L}?)[.!?…;])\s+|\n\s*\n/u,
  /\n+/u,
  /(?<=\p{Ll}{2}[.!?…])(?=\p{Lu}\p{Ll})/u,
];

const isCapital = (text: string | undefined): boolean => text !== undefined && /^\p{Lu}/u.test(text);

/** What reaches somebody: addresses of e-mail, numbers of telephones. */
const contact = /(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{M}\p{N}._%+-]+@\S+|\+?\d[\d\s()-]{5,}\d/gu;

/**
 * Addresses of pages, with their host or without, and names of accounts: `https://…`, `example.az/…`, `/az/…`,
 * `@aysel`, `#aysel`.
 */
const address =
  /(?<=:\/\/)\S+|(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S+|(?<!\S)\/\S+|[@#][\p{L}\p{M}\p{N}._-]+/gu;

/** Puts a list of people between two names: `Kamal və Aysel`. */
const and = /^(?:və|ilə|and|with|и|с|да)$/iu;

/** Whose names are told apart: of the person whom a passage is for, and of everybody who is known. */
interface Named {
  readonly own: NameIndex;
  readonly others: NameIndex;
}

const says = (index: NameIndex, text: string): boolean => index.find(text).size > 0;

/** The text without some of its words. */
const without = (text: string, words: readonly PlacedWord[], isLeftOut: (n: number) => boolean): string => {
  const parts = words.map(
    ({ word, from }, n) => text.slice(words[n - 1]?.to ?? 0, from) + (isLeftOut(n) ? left : word),
  );
  return parts.join('') + text.slice(words.at(-1)?.to ?? 0);
};

/** An address, or the name of a file, without any word that is not of the person's whole name. */
const addressWithoutOthers = (text: string, own: NameIndex): string => {
  const words = placedWords(text);
  const kept = ownWords({ text, words, own, isName: () => true, isAddress: true });
  return without(text, words, (n) => !kept.has(n)).replace(/\[…\](?:[\s._/-]*\[…\])+/g, left);
};

/**
 * A sentence without what may be the name of another person: every word with a capital letter, but those of the
 * person's own name. The first word of a sentence has one anyway: it stays where no other name follows it and nobody
 * who is known is called so. That leaves out more than it must, places and institutions too: whom Sergi does not know
 * it cannot tell from them.
 */
export const withoutOthers = (sentence: string, { own, others }: Named): string => {
  const text = sentence.replace(contact, left).replace(address, (found) => addressWithoutOthers(found, own));
  const words = placedWords(text);
  const isName = (word: string): boolean => isCapital(word) || says(others, word);
  const kept = ownWords({ text, words, own, isName, isAddress: false });
  const [first, second, third] = words;
  const isOwnNext = kept.has(1) && /^\s+$/.test(text.slice(first?.to, second?.from));
  const isListed = and.test(second?.word ?? '') && isCapital(third?.word);
  const isFirstPlain = !isListed && (isOwnNext || !isCapital(second?.word));
  const isLeftOut = (n: number): boolean => {
    const word = words[n]?.word ?? '';
    if (kept.has(n)) return false;
    return says(own, word) || (n === 0 && isFirstPlain ? says(others, word) : isName(word));
  };
  // What is behind a hyphen belongs to the name; initials and hyphens between names say how many there were.
  return without(text, words, isLeftOut)
    .replace(/\[…\](?:[‐‑-]\p{Ll}[\p{L}\p{M}]*)+/gu, left)
    .replace(/\[…\](?:[\s.,'’-]*\[…\])+/g, left);
};

type IsHit = (sentence: string) => boolean;

/** The sentences of a text that name a person: no more is parted than leaves the name together. */
const sentencesNaming = (text: string, isHit: IsHit, [end, ...others]: readonly RegExp[]): string[] => {
  if (!end) return [text];
  const hits = text
    .split(end)
    .map((sentence) => sentence.trim())
    .filter(isHit);
  return (hits.length > 0 ? hits : [text]).flatMap((hit) => sentencesNaming(hit, isHit, others));
};

/**
 * The sentences of a text that name a person, without the names of others. `isHit` says whether a sentence names the
 * person.
 */
export const passagesNaming = (text: string, named: Named, isHit: IsHit): string[] => {
  if (!isHit(text)) return [];
  const sentences = sentencesNaming(text, isHit, sentenceEnds);
  return [...new Set(sentences.map((sentence) => aroundName(withoutOthers(sentence, named), named.own)))];
};

/** The part of a long sentence around the name. */
const aroundName = (sentence: string, own: NameIndex): string => {
  if (sentence.length <= longest) return sentence;
  const at = placedWords(sentence).find(({ word }) => says(own, word))?.from ?? 0;
  const from = Math.max(0, at - longest / 2);
  return `${from > 0 ? '… ' : ''}${shortened(sentence.slice(from).trim(), longest)}`;
};

/** How the name of a file ends that can be uploaded. */
const fileEnding = new RegExp(
  `\\.(?:jpe?g|png|webp|avif|tiff?|gif|hei[cf]|${documentTypes.map(documentExtension).join('|')})$`,
  'iu',
);

/** The name of a file without what is not the person's: its words, and not the numbers between them. */
export const fileNameWithoutOthers = (fileName: string, own: NameIndex): string => {
  const [ending = ''] = fileEnding.exec(fileName) ?? [];
  return `${addressWithoutOthers(fileName.slice(0, fileName.length - ending.length), own)}${ending}`;
};
