import { hasVisibleCharacter } from '../../model/text/visible-character.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Most texts have a line that begins with a word: that spares making HTML of them. */
const lineOfWords = /^[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}]/mv;

/**
 * True if readers see something of a text in Markdown: `&nbsp;` and `[](https://example.az)` leave nothing on a page.
 */
export const hasVisibleBody = (text: string): boolean => {
  if (lineOfWords.test(text)) return true;
  const html = renderMarkdown(text);
  return html.includes('<img ') || hasVisibleCharacter(html.replace(/<[^>]*>/g, ''));
};
