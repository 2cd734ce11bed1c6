/** Longest term, in characters: what a word has beyond them is not looked at. */
export const termLength = 24;

/** Most terms of one text, and most UTF-16 units of all of them: no text costs without bound. */
const mostTerms = 2_000;
const mostUnits = 16_000;

/** Letters that Unicode does not take apart, or not as readers of this site expect. */
const plain: Readonly<Record<string, string>> = {
  ...{ ə: 'e', ı: 'i', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe' },
  // The form at the end of a word, which lower-casing gives or not by what follows.
  ς: 'σ',
};

const notPlain = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/**
 * A text as it is compared: compatibility forms taken apart (NFKD), in lower case without the rules of a language ('I'
 * and 'İ' become the same 'i' as 'ı'), without accents and invisible characters, ə as e. Cyrillic stays Cyrillic; ё
 * becomes е, and й becomes и.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(notPlain, (letter) => plain[letter] ?? letter);

/** Addresses of pages; and the numero sign, which folding would make part of the number that follows (no5). */
const noWord = /\b(?:https?:\/\/|www\.)\S+|№/giu;

/** A text with spaces in place of what is no word, as long as it was. */
export const withoutNoWords = (text: string): string => text.replace(noWord, (found) => ' '.repeat(found.length));

// Before folding, which makes a space of some of them, and another letter of none.
export const apostropheInWord = /(?<=[\p{L}\p{N}])['’‘ʼʻ`´′＇](?=[\p{L}\p{N}])/gu;

export const wordOfFolded = /[\p{L}\p{N}]+/gu;

const cut = (word: string): string => (word.length <= termLength ? word : [...word].slice(0, termLength).join(''));

/** The words of texts, folded, each once, in their order; digits count as letters. Addresses of pages are no words. */
export const termsOf = (...texts: readonly string[]): string[] => {
  const terms = new Set<string>();
  let units = 0;
  for (const text of texts) {
    const words = fold(withoutNoWords(text).replace(apostropheInWord, '')).match(wordOfFolded) ?? [];
    for (const term of words.map(cut)) {
      if (terms.has(term)) continue;
      units += term.length;
      if (terms.size === mostTerms || units > mostUnits) return [...terms];
      terms.add(term);
    }
  }
  return [...terms];
};

/**
 * The words that something must have to be found by a query: those that are the beginning of another one say nothing.
 */
export const wantedTerms = (query: string): string[] => {
  const terms = termsOf(query).toSorted();
  return terms.filter((term, n) => !terms[n + 1]?.startsWith(term));
};

/** The text of HTML as `renderMarkdown` makes it. Emphasis may stand within a word, everything else parts words. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<\/?(?:em|strong|a|code)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ');
