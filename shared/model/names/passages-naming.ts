import type { NameIndex } from './name-index.ts';

/** Takes what may be another person's name out of a text. */
const left = '[…]';

/** Longest passage, in UTF-16 units. */
const longest = 400;

/** Ends of sentences and of lines; the point behind an initial ends none. */
const sentenceEnd = /(?<=(?<!(?:^|[^\p{L}])\p{Lu}\p{L}?)[.!?…;])\s+|\n+/u;

const word = /\p{L}[\p{L}\p{M}'’‘ʼ]*/gu;

const isCapital = (text: string | undefined): boolean => text !== undefined && /^\p{Lu}/u.test(text);

/** What reaches somebody: addresses of e-mail, numbers of telephones. */
const contact = /\S+@\S+|\+?\d[\d\s()-]{5,}\d/gu;

/** Whose names are told apart: of the person whom a passage is for, and of everybody who is known. */
interface Named {
  readonly own: NameIndex;
  readonly others: NameIndex;
}

const says = (index: NameIndex, text: string): boolean => index.find(text).size > 0;

/**
 * A sentence without what may be the name of another person: every word with a capital letter, but those of the person's own name. The first word of a
 * sentence has one anyway: it stays where no other name follows it and nobody who is known is called so. That leaves out more than it must, places and
 * institutions too: whom Sergi does not know it cannot tell from them.
 */
export const withoutOthers = (sentence: string, { own, others }: Named): string => {
  const [first, second] = [...sentence.matchAll(word)];
  const between = first && second ? sentence.slice(first.index + first[0].length, second.index) : '';
  const isOwnNext = second !== undefined && /^\s+$/u.test(between) && says(own, second[0]);
  const isFirstPlain = isOwnNext || !isCapital(second?.[0]);
  let place = -1;
  const said = sentence
    .replace(word, (text) => {
      place += 1;
      if (says(own, text)) return text;
      if (says(others, text)) return left;
      if (!isCapital(text)) return text;
      return place === 0 && isFirstPlain ? text : left;
    })
    .replace(contact, left);
  // Initials and hyphens between names say how many there were.
  return said.replace(/\[…\](?:[\s.,'’-]*\[…\])+/g, left);
};

/** The sentences of a text that name a person, without the names of others. `isHit` says whether a sentence names the person. */
export const passagesNaming = (text: string, named: Named, isHit: (sentence: string) => boolean): string[] => {
  const sentences = text.split(sentenceEnd).map((sentence) => sentence.trim());
  const hits = sentences.filter((sentence) => sentence !== '' && isHit(sentence));
  return [...new Set(hits.map((sentence) => shortened(withoutOthers(sentence, named), named.own)))];
};

/** The part of a long sentence around the name. */
const shortened = (sentence: string, own: NameIndex): string => {
  if (sentence.length <= longest) return sentence;
  const at = [...sentence.matchAll(word)].find(([text]) => says(own, text))?.index ?? 0;
  const from = Math.max(0, at - longest / 2);
  return `${from > 0 ? '… ' : ''}${sentence.slice(from, from + longest).trim()} …`;
};

/** The name of a file without what is not the person's: its words, and not the numbers between them. */
export const fileNameWithoutOthers = (fileName: string, own: NameIndex): string => {
  const [, stem = fileName, ending = ''] = /^(.*?)(\.\w{1,5})?$/u.exec(fileName) ?? [];
  const said = stem.replace(word, (text) => (own.find(text, true).size > 0 ? text : left));
  return `${said.replace(/\[…\](?:[\s._-]*\[…\])+/g, left)}${ending}`;
};
