import { unescapeText } from '../../unescape-text.ts';

/** The text of a body, without its markup, cut at a word to at most `length` characters. */
export const bodyText = (body: string, length: number): string => {
  const text = unescapeText(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join('')
    .replace(/\s+\S*$/u, '')}…`;
};
