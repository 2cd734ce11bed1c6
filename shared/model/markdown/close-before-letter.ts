import type { MarkdownIt } from 'markdown-it';

/**
 * Punctuation that ends something where it directly follows a word: `Sərgi”`, `(qısa)`, `Gəl!”`, `50%`. Opening
 * brackets end nothing, and hyphens join.
 */
const endOfWord = /[\p{L}\p{M}\p{N}][^\P{P}\p{Ps}\p{Pd}\p{Pc}]+$/u;

const letterAtStart = /^[\p{L}\p{N}]/u;

/** As many characters before a delimiter as are looked at: a word is not ended by more punctuation than that. */
const lookBack = 12;

/**
 * Lets `*` and `**` close after punctuation and before a letter, as in `**“Sərgi”**nin`. Azerbaijani and Turkish put
 * suffixes there, and CommonMark, made for languages that do not, shows the reader the asterisks
 * (https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run). The plugin `markdown-it-cjk-friendly` helps
 * Chinese, Japanese and Korean in the same way, by the letters of these scripts. `_` stays as it is.
 */
export const closeBeforeLetter = (markdown: MarkdownIt): void => {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      if (!canSplitWord || scanned.can_close) return scanned;
      const before = this.src.slice(Math.max(0, start - lookBack), start);
      const after = this.src.slice(start + scanned.length, start + scanned.length + 2);
      return { ...scanned, can_close: letterAtStart.test(after) && endOfWord.test(before) };
    }
  };
};
