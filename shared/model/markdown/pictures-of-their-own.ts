import type { MarkdownIt, Token } from 'markdown-it';
import { uploadOfAddress } from '../files/text-pictures.ts';

/** Whether an image is a picture of an upload that the text names. */
export const mayShow = (token: Token, { uploads }: Readonly<Record<string, unknown>>): boolean => {
  const id = token.type === 'image' ? uploadOfAddress(`${token.attrGet('src')}`) : undefined;
  return id !== undefined && Array.isArray(uploads) && uploads.includes(id);
};

const isBreak = ({ type }: Token): boolean => type === 'softbreak' || type === 'hardbreak';

const isBlank = ({ type, content }: Token): boolean => type === 'text' && content.trim() === '';

/** The lines of a paragraph; a break within emphasis or a link ends none. */
const linesOf = (children: readonly Token[]): Token[][] => {
  const lines: Token[][] = [[]];
  let depth = 0;
  for (const token of children) {
    depth += token.nesting;
    if (depth === 0 && isBreak(token)) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
};

/**
 * Takes pictures that have a line to themselves out of their paragraph, which they part in two: a figure may not stand
 * in a paragraph. Those among words stay where they are.
 */
export const picturesOfTheirOwn = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('pictures of their own', (state) => {
    if (!Array.isArray(state.env.uploads) || state.env.uploads.length === 0) return;
    const isPicture = (token: Token): boolean => mayShow(token, state.env);
    const parted = (open: Token, inline: Token, close: Token): Token[] => {
      const lines = linesOf(inline.children ?? []);
      const isOfPictures = (line: readonly Token[]): boolean =>
        line.some(isPicture) && line.every((token) => isPicture(token) || isBlank(token));
      if (!lines.some(isOfPictures)) return [open, inline, close];
      const parts: Token[] = [];
      let words: Token[] = [];
      const endParagraph = (): void => {
        if (words.length > 0)
          parts.push(open, Object.assign(new state.Token('inline', '', 0), { children: words }), close);
        words = [];
      };
      for (const line of lines) {
        if (isOfPictures(line)) {
          endParagraph();
          parts.push(...line.filter(isPicture).map((token) => Object.assign(token, { block: true })));
        } else {
          if (words.length > 0) words.push(new state.Token('softbreak', 'br', 0));
          words.push(...line);
        }
      }
      endParagraph();
      return parts;
    };
    const { tokens } = state;
    state.tokens = tokens.flatMap((token, n) => {
      const [before, after] = [tokens[n - 1], tokens[n + 1]];
      const isOfParagraph = (its: Token | undefined): boolean => its?.tag === 'p' && its.type.startsWith('paragraph');
      if (token.type === 'inline' && before && after && isOfParagraph(before)) return parted(before, token, after);
      const isReplaced = isOfParagraph(token) && (token.nesting === 1 ? after : before)?.type === 'inline';
      return isReplaced ? [] : [token];
    });
  });
};
