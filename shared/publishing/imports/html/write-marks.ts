import { inlineMarkdown } from './inline-markdown.ts';
import type { Mark } from './inline-piece.ts';
import type { Kept } from './kept.ts';

/** Stand for the beginning and end of a mark until its line is whole. They are no characters, and no text has them. */
const places: Readonly<Record<Mark, readonly [string, string]>> = {
  strong: ['\ufdd0', '\ufdd1'],
  em: ['\ufdd2', '\ufdd3'],
};

const anyPlace = /[\ufdd0-\ufdd3]/g;

/** Words with a mark that `writeMarks` will write. */
export const placeMark = (mark: Mark, content: string): string => `${places[mark][0]}${content}${places[mark][1]}`;

/** A text without what stands for marks. */
export const withoutPlaces = (text: string): string => text.replace(anyPlace, '');

interface MarkedWords {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

const marksOf = (line: string): MarkedWords[] => {
  const open: { readonly mark: Mark; readonly start: number }[] = [];
  const found: MarkedWords[] = [];
  for (const { 0: place, index } of line.matchAll(anyPlace)) {
    const mark = places.strong.includes(place) ? 'strong' : 'em';
    if (place === places[mark][0]) open.push({ mark, start: index });
    else {
      const last = open.pop();
      if (last) found.push({ ...last, end: index });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
};

/** Italics by `_` stand beside bold where `*` would become part of it. */
const signs = [
  { strong: '**', em: '*' },
  { strong: '**', em: '_' },
] as const;

const written = (line: string, marks: readonly MarkedWords[], sign: Readonly<Record<Mark, string>>): string => {
  const at = new Map(marks.flatMap(({ mark, start, end }) => [start, end].map((index) => [index, sign[mark]])));
  return line.replace(anyPlace, (_, index: number) => at.get(index) ?? '');
};

/** What a reader sees. */
const shown = (line: string): string => inlineMarkdown.renderInline(line).replace(/<[^>]*>/g, '');

/** Most marks of a line of which each is tried by itself, and the longest such line, in UTF-16 units. */
const [mostTried, longestTried] = [20, 5_000];

/** A line with as many of its marks as show as such: where one does not, a reader would see its asterisks. */
const writeLine = (line: string, kept: Kept): string => {
  const all = marksOf(line);
  const plain = shown(withoutPlaces(line));
  const fitting = (marks: readonly MarkedWords[]): string | undefined =>
    signs.map((sign) => written(line, marks, sign)).find((text) => shown(text) === plain);
  const whole = fitting(all);
  if (whole !== undefined) return whole;
  let [best, used]: [string, readonly MarkedWords[]] = [withoutPlaces(line), []];
  for (const mark of all.length > mostTried || line.length > longestTried ? [] : all) {
    const text = fitting([...used, mark]);
    if (text === undefined) kept.simplified(mark.mark);
    else [best, used] = [text, [...used, mark]];
  }
  if (used.length === 0) for (const { mark } of all) kept.simplified(mark);
  return best;
};

const isRow = /^[\s>]*\| /;

/** Markdown with its marks in place of what stands for them. Names in `kept` those that Markdown cannot say there. */
export const writeMarks = (markdown: string, kept: Kept): string =>
  markdown
    .split('\n')
    .map((line) => {
      if (withoutPlaces(line) === line) return line;
      // In a table each cell is read by itself.
      const parts = isRow.test(line) ? line.split(/(?<!\\)(?=\|)/) : [line];
      return parts.map((part) => writeLine(part, kept)).join('');
    })
    .join('\n');
