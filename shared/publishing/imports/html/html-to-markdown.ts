import sanitizeHtml from 'sanitize-html';
import { type Kept, keptParts } from './kept.ts';
import type { FindImage } from './known-images.ts';
import { limitNesting } from './limit-nesting.ts';
import { markdownService } from './markdown-rules.ts';
import { lacksParagraphs, paragraphsFromLineBreaks } from './paragraphs-from-line-breaks.ts';
import { settleInlines } from './settle-inlines.ts';
import { withoutPlaces, writeMarks } from './write-marks.ts';

/** Deepest nesting of elements that is followed: what is deeper keeps its text. */
const maxDepth = 60;

const allowedTags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'i', 'b'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'img', 'div', 'section', 'article', 'figure', 'figcaption'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'sup', 'sub', 's', 'del', 'strike'],
  ...['iframe', 'video', 'audio', 'source', 'embed', 'object', 'aside', 'header', 'footer'],
];

/** Elements that are left out with everything in them. Styles and the like are nothing that a reader would miss. */
const droppedTags = [
  ...['script', 'noscript', 'svg', 'math', 'canvas', 'map', 'template', 'select', 'option', 'textarea', 'button'],
  ...['style', 'title', 'xml', 'head'],
];
const unmissed = new Set(['style', 'title', 'xml', 'head', 'option', 'noscript', 'template']);

/** Controls without content. */
const controls = ['form', 'input', 'label', 'fieldset', 'applet', 'marquee', 'frame', 'frameset'];

/** Blocks that say no more than a paragraph's distance. */
const plainBlocks = new Set(['form', 'fieldset', 'main', 'nav', 'details', 'summary', 'center', 'address', 'hgroup']);

const named = new Set([...droppedTags.filter((name) => !unmissed.has(name)), ...controls]);

/** Blocks that WordPress fills when it shows a page: nothing of them is in the text. */
const dynamicBlock = /<!--\s*wp:([a-z][\w/-]{0,60})[^<>]*\/-->/g;

/** How items are counted, where Markdown counts otherwise: by letters, backwards, or from a number of their own. */
const lostNumbering = (tagName: string, { type, reversed, value }: Readonly<Record<string, string>>): string[] => {
  if (tagName === 'li') return value === undefined ? [] : ['li value'];
  if (tagName !== 'ol') return [];
  return [...(type && type !== '1' ? ['ol type'] : []), ...(reversed === undefined ? [] : ['ol reversed'])];
};

/** Quotations, which browsers put between quotation marks. */
const withQuotationMarks = (html: string): string => html.replace(/<q(?:\s[^<>]*)?>/gi, '“').replace(/<\/q\s*>/gi, '”');

/** Longest white space that is kept: the converter looks at each character of it again and again. */
const maxSpace = 500;

const longSpace = new RegExp(`\\s{${maxSpace},}`, 'g');

const clean = (html: string, kept: Kept): string =>
  sanitizeHtml(html, {
    allowedTags,
    nonTextTags: droppedTags,
    nestingLimit: maxDepth,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt'],
      ...{ iframe: ['src'], video: ['src'], audio: ['src'], source: ['src'], embed: ['src'], object: ['data'] },
      ...{ td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'] },
    },
    // Each address is looked at when it is converted, and named where it cannot stay.
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data', 'javascript', 'ftp', 'file'],
    allowProtocolRelative: true,
    transformTags: {
      '*': (tagName, attribs) => {
        if (named.has(tagName)) kept.leftOut(tagName);
        for (const name of lostNumbering(tagName, attribs)) kept.simplified(name);
        return { tagName: plainBlocks.has(tagName) ? 'div' : tagName, attribs };
      },
    },
  });

/**
 * Some HTML as Markdown that Sergi shows as it was, with entities decoded, and what could not be kept. Nothing in the
 * HTML reaches a reader but by that Markdown. `find` gives the images that are known by their addresses.
 */
export const htmlToMarkdown = (
  html: string,
  find: FindImage = () => undefined,
): { readonly markdown: string; readonly kept: Kept } => {
  const kept = keptParts();
  for (const [, name] of html.matchAll(dynamicBlock)) kept.leftOut(`wp:${name}`);
  const limited = limitNesting(lacksParagraphs(html) ? paragraphsFromLineBreaks(html) : html);
  if (limited.isCut) kept.simplified('…');
  const cleaned = withoutPlaces(clean(withQuotationMarks(limited.html), kept)).replace(longSpace, (space) =>
    space.slice(0, maxSpace),
  );
  const markdown = writeMarks(markdownService(kept, find).turndown(settleInlines(cleaned, kept)), kept)
    // No text may have them, and HTML has none either; exports do.
    .replace(/[^\P{Cc}\n\t]/gu, '')
    // Paragraphs that hold a space which does not break: editors leave them for a distance.
    .replace(/^[^\S\n]+$/gm, '')
    // Begun at the first of the spaces only: a long row of them is looked at once.
    .replace(/(?<! ) +(?=\n\n)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { markdown, kept };
};
