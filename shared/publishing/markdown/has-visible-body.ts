import { hasVisibleCharacter } from '../../model/visible-character.ts';
import { renderMarkdown } from './render-markdown.ts';

/** True where readers see something of a text in Markdown: `&nbsp;` and `[](https://example.az)` leave nothing on a page. */
export const hasVisibleBody = (text: string): boolean => {
  const html = renderMarkdown(text);
  return html.includes('<img ') || hasVisibleCharacter(html.replace(/<[^>]*>/g, ''));
};
