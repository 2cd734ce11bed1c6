import { env } from '../../aws/environment.ts';
import { escapeText } from '../../public/escape-text.ts';
import { pageWord } from '../../public/pages/markup/words.ts';
import { markdownShowing } from './markdown.ts';

/** The level below the page's own heading. */
const firstLevel = 2;

/**
 * Markdown as the text of a page. Images of other sites are links: the page's policy blocks them, and their hosts would
 * learn of every reader.
 */
export const pageMarkdown = markdownShowing((address) => address.startsWith(`${env.publicUrl}/`));

/**
 * Headings move below the page's own, and none is skipped on the way down: outlines are read by levels (WCAG 1.3.1). A
 * heading of a higher level than those before it closes their sections.
 */
pageMarkdown.core.ruler.push('headings below the title', ({ tokens }) => {
  const open: { from: number; to: number }[] = [];
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    const from = Number(token.tag.slice(1));
    if (token.type === 'heading_open') {
      while ((open.at(-1)?.from ?? 0) >= from) open.pop();
      open.push({ from, to: Math.min(6, (open.at(-1)?.to ?? firstLevel - 1) + 1) });
    }
    token.tag = `h${open.at(-1)?.to ?? firstLevel}`;
  }
});

/** On a small screen a table scrolls within a frame of its own, which the keyboard reaches too. */
pageMarkdown.renderer.rules.table_open = (_tokens, _index, _options, { locale = '' } = {}) =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${escapeText(pageWord('table', String(locale)))}"><table>\n`;
pageMarkdown.renderer.rules.table_close = () => '</table></div>\n';
