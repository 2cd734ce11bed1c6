import { apostropheInWord, fold, termLength, withoutNoWords, wordOfFolded } from './search-terms.ts';

/** A part of a text, in UTF-16 units: `text.slice(start, end)` is what a search has found in it. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text folded character by character, and where in it each unit of the folded text comes from. */
interface Folded {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/**
 * Folding works on each character alone, so that the folded characters are those of the whole text. What has no folded
 * form (an accent of its own, a soft hyphen) belongs to the character before it.
 */
const foldWithRanges = (text: string): Folded => {
  const parts: string[] = [];
  const ranges: { start: number; end: number }[] = [];
  let place = 0;
  for (const character of text) {
    const start = place;
    place += character.length;
    const folded = fold(character);
    if (folded === '') {
      for (let n = ranges.length - 1; ranges[n]?.end === start; n -= 1) Object.assign(ranges[n] ?? {}, { end: place });
      continue;
    }
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) ranges.push({ start, end: place });
  }
  return { text: parts.join(''), ranges };
};

/** A text of the same words in which nothing that a word does not need stands: its parts keep the places they had. */
const withoutApostrophes = (text: string): { kept: string; placeOf: (unit: number) => number } => {
  const places: number[] = [];
  let kept = '';
  let from = 0;
  const keep = (to: number) => {
    for (let unit = from; unit < to; unit += 1) places.push(unit);
    kept += text.slice(from, to);
  };
  for (const { index, 0: sign } of text.matchAll(apostropheInWord)) {
    keep(index);
    from = index + sign.length;
  }
  keep(text.length);
  return { kept, placeOf: (unit) => places[unit] ?? text.length };
};

/**
 * Where words of a text begin with one of the terms (`wantedTerms`), in their order: of each word the part that was
 * searched for. A character that is folded into several (ß, ﬁ) is never cut.
 */
export const highlightsIn = (text: string, terms: readonly string[]): TextRange[] => {
  const { kept, placeOf } = withoutApostrophes(withoutNoWords(text));
  const folded = foldWithRanges(kept);
  const found = [...folded.text.matchAll(wordOfFolded)].flatMap(({ index, 0: word }) => {
    const shown = [...word].slice(0, termLength).join('');
    const length = Math.max(0, ...terms.filter((term) => shown.startsWith(term)).map((term) => term.length));
    const [first, last] = [folded.ranges[index], folded.ranges[index + length - 1]];
    return length > 0 && first && last ? [{ start: placeOf(first.start), end: placeOf(last.end - 1) + 1 }] : [];
  });
  // Two words may be of one character (½).
  return found.filter(({ start }, n) => start >= (found[n - 1]?.end ?? 0));
};
