import { phoneticReadings } from './phonetic-key.ts';

/** A word of a text, or words that nothing but a hyphen or another sign parts, read as one. */
export interface Word {
  readonly text: string;
  /**
   * How many words stand before it: initials, fathers' names with their `qızı`, and what is read twice count for none.
   */
  readonly place: number;
  /** Which sentence it belongs to. */
  readonly sentence: number;
  /** Where it stands among all words. */
  readonly index: number;
  /** A letter that stands for a name. */
  readonly isInitial: boolean;
  /**
   * True behind a word that looks like another person's given name: `Heydər` in a sentence of words that begin small.
   */
  readonly isBehindName: boolean;
}

/** Format characters, the fillers of Hangul and the blank of Braille: nothing that a reader sees. */
const invisible = /[\p{M}\p{Cf}\u115f\u1160\u2800]/gu;

/**
 * Letters in the form in which words are compared: compatibility forms taken apart, nothing invisible among them, no
 * marks.
 */
export const plainLetters = (text: string): string => text.normalize('NFKD').replace(invisible, '');

/** What follows a father's name, in form KD: `Rəşad qızı`, `Rəşad oğlunun`, `Рашад оглы`. */
const daughterOrSon =
  /^(?:[qkg][ıiy]z[ıiy]|o[gh]{1,2}l[uıi]|[гкқ]ызы|огл[ыуи])(?:n[ıiu]n|n[ıiu]|na|nda|ndan|yla|la)?$/iu;

/** True for `qızı`, `oğlu` and their like in any alphabet. */
export const isDaughterOrSon = (word: string): boolean => word.length < 10 && daughterOrSon.test(word);

const russianPatronymic =
  /(?:ович(?:а|у|ем|е)?|евич(?:а|у|ем|е)?|овн(?:а|ы|е|у|ой|ою)|евн(?:а|ы|е|у|ой|ою)|ична|ovich|evich|ovna|evna)$/iu;

/** True for Рашадовна, Рашадович and their forms. */
export const isRussianPatronymic = (word: string): boolean => word.length > 5 && russianPatronymic.test(word);

/**
 * One sign, or the marks of emphasis, with no space: what stands inside of a compound. So does a hyphen at the end of a
 * line.
 */
const joins = /^(?:[^\s\p{L}\p{N}]{1,4}|[-\u2010\u2011]\s*\n\s*)$/u;

const endsSentence = /[.!?…;]\s|\n\s*\n/u;

/** Sounds that one letter can have, `Я` and `Ш` included. */
const oneLetter = /^y?.$/u;

/** Most words that are read as one. */
const longestCompound = 4;

interface Token {
  readonly text: string;
  /** What stands between it and the one before. */
  readonly before: string;
  readonly after: string;
}

const tokensOf = (plain: string): Token[] => {
  const tokens: { text: string; before: string; after: string }[] = [];
  let end = 0;
  for (const { 0: text, index } of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const before = plain.slice(end, index);
    const last = tokens.at(-1);
    if (last) last.after = before;
    tokens.push({ text, before, after: '' });
    end = index + text.length;
  }
  return tokens;
};

/** Whether short words sound like one letter: found once. */
const soundLikeLetters = new Map<string, boolean>();

const soundsLikeLetter = (text: string): boolean => {
  if (text.length > 3) return false;
  const known = soundLikeLetters.get(text);
  if (known !== undefined) return known;
  const answer = phoneticReadings(text).some((one) => oneLetter.test(one));
  if (soundLikeLetters.size < 10_000) soundLikeLetters.set(text, answer);
  return answer;
};

const isInitial = ({ text, after }: Token, isLowerCase: boolean): boolean => {
  if (!soundsLikeLetter(text)) return false;
  return after.startsWith('.') || (text.length === 1 && (isLowerCase || text !== text.toLowerCase()));
};

const looksLikeName = (word: string): boolean => /^\p{Lu}\p{Ll}{2,}$/u.test(word);

/** Which sentence each token belongs to: the point of an initial ends none. */
const sentencesOf = (tokens: readonly Token[], isLowerCase: boolean): number[] => {
  let sentence = 0;
  return tokens.map((token, index) => {
    const last = tokens[index - 1];
    if (last && endsSentence.test(token.before) && !isInitial(last, isLowerCase)) sentence += 1;
    return sentence;
  });
};

/**
 * The words of a text in their order, compounds after their first part. `isLowerCase` says that it has no capitals, as
 * an address.
 */
export const wordsOf = (text: string, isLowerCase = false): Word[] => {
  const tokens = tokensOf(plainLetters(text));
  const sentences = sentencesOf(tokens, isLowerCase);
  // In a line of capitals alone, such as a title in English, a capital tells nothing.
  const withSmall = new Set(sentences.filter((_, n) => /^\p{Ll}/u.test(tokens[n]?.text ?? '')));
  const words: Word[] = [];
  let place = 0;
  for (const [index, token] of tokens.entries()) {
    const sentence = sentences[index] ?? 0;
    const initial = isInitial(token, isLowerCase);
    const last = tokens[index - 1]?.text ?? '';
    const isInside = index > 1 && sentences[index - 2] === sentence;
    const isBehindName = isInside && token.before === ' ' && withSmall.has(sentence) && looksLikeName(last);
    const next = tokens[index + 1]?.text ?? '';
    const isUncounted =
      initial || isDaughterOrSon(token.text) || isDaughterOrSon(next) || isRussianPatronymic(token.text);
    if (!isUncounted) place += 1;
    const at = { place, sentence, index, isBehindName };
    words.push({ text: token.text, ...at, isInitial: initial });
    for (const compound of compoundsFrom(tokens, index)) words.push({ text: compound, ...at, isInitial: false });
  }
  return words;
};

/** What begins with a token and may be meant as one word: `Məm-mədova`, `A y s e l`. */
const compoundsFrom = (tokens: readonly Token[], index: number): string[] => {
  const first = tokens[index] as Token;
  const compounds: string[] = [];
  let compound = first.text;
  for (let n = index + 1; n < Math.min(index + longestCompound, tokens.length); n += 1) {
    const { text, before } = tokens[n] as Token;
    if (!joins.test(before)) break;
    compound += text;
    compounds.push(compound);
  }
  return [...compounds, ...spacedOut(tokens, index)];
};

/** Most letters of a row that are read as words: two long names. */
const longestRow = 60;

/** Letters that stand each on its own, from the first of a row of four or more. */
const spacedOut = (tokens: readonly Token[], index: number): string[] => {
  const isSingle = (one: Token | undefined): boolean => one !== undefined && /^\p{L}$/u.test(one.text);
  if (!isSingle(tokens[index]) || isSingle(tokens[index - 1])) return [];
  const parts = [''];
  let letters = 0;
  for (let n = index; letters < longestRow && isSingle(tokens[n]); n += 1) {
    const { text, before } = tokens[n] as Token;
    // A wider gap is that between two words.
    if (n > index && before.length > 1) parts.push('');
    parts[parts.length - 1] += text;
    letters += 1;
  }
  return letters < 4 ? [] : [...new Set([...parts, parts.join('')])];
};
