import { env } from '../../aws/environment.ts';
import type { Locale } from '../../model/locale.ts';
import { escapeText } from '../escape-text.ts';
import { html, type Markup, trusted } from './html.ts';
import { pageWord } from './words.ts';

/** The level below the page's own heading. */
const firstLevel = 2;

/**
 * Headings moved below the page's own, and none skipped on the way down: outlines are read by levels (WCAG 1.3.1). A
 * heading of a higher level than those before it closes their sections.
 */
const headingsBelow = (body: string): string => {
  const open: { from: number; to: number }[] = [];
  return body.replace(/<(\/?)h([1-6])>/g, (_, slash: string, digit: string) => {
    const from = Number(digit);
    if (!slash) {
      while ((open.at(-1)?.from ?? 0) >= from) open.pop();
      open.push({ from, to: Math.min(6, (open.at(-1)?.to ?? firstLevel - 1) + 1) });
    }
    return `<${slash}h${open.at(-1)?.to ?? firstLevel}>`;
  });
};

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '');

/** Images of other sites become links: the page's policy blocks them, and their hosts would learn of every reader. */
const imagesAsLinks = (body: string): string => {
  let inLink = false;
  return body.replace(/<(\/?)(a|img)\b([^>]*)>/g, (tag, slash: string, name: string, attributes: string) => {
    if (name === 'a') {
      inLink = slash === '';
      return tag;
    }
    // Escaped already, by the sanitizer.
    const [address = '', alt] = ['src', 'alt'].map(
      (wanted) => new RegExp(`\\s${wanted}="([^"]*)"`).exec(attributes)?.[1],
    );
    if (address.startsWith(`${env.publicUrl}/`)) return tag;
    const text = alt || address;
    return inLink || !address ? text : `<a href="${address}" rel="noopener noreferrer">${text}</a>`;
  });
};

/** On a small screen a table scrolls within a frame of its own, which the keyboard reaches too. */
const tablesInFrames = (body: string, locale: Locale): string =>
  body
    .replaceAll(
      '<table>',
      `<div class="scroll" role="region" tabindex="0" aria-label="${escapeText(pageWord('table', locale))}"><table>`,
    )
    .replaceAll('</table>', '</table></div>');

/**
 * The body of an event or an exhibition as it stands on its page. It was sanitized when it was published
 * (`shared/publishing/shared/render-markdown.ts`): its tags have the form in which the sanitizer writes them.
 */
export const bodyOnPage = (body: string, locale: Locale): Markup =>
  html`${trusted(tablesInFrames(imagesAsLinks(headingsBelow(body)), locale))}`;

/** The text of a body, without its markup, cut at a word to at most `length` characters. */
export const bodyText = (body: string, length: number): string => {
  const text = unescaped(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join('')
    .replace(/\s+\S*$/u, '')}…`;
};
