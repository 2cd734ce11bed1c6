import type { MarkdownIt } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { env } from '../../aws/environment.ts';
import { uploadsNamedIn } from '../../model/files/text-pictures.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { linkSchemes } from '../../model/markdown/leads-somewhere.ts';
import { type ItemLink, parseItemLink } from '../../model/site/item-link.ts';
import { escapeText } from '../../public/escape-text.ts';
import { insertAt } from '../../showcase/store/insert-at.ts';
import { markdown, pictureMark, type TextPicture } from './markdown.ts';
import { pageMarkdown } from './page-markdown.ts';

const tags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong'],
  ...['ul', 'ol', 'li', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

const attributes: sanitizeHtml.IOptions['allowedAttributes'] = {
  a: ['href', 'title', 'rel'],
  img: ['src', 'alt', 'title'],
  ol: ['start'],
  th: [{ name: 'align', values: ['left', 'center', 'right'] }],
  td: [{ name: 'align', values: ['left', 'center', 'right'] }],
};

/** What our own rules make is checked as well: the rules of Markdown are not what keeps pages safe. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: tags,
  allowedAttributes: attributes,
  allowedSchemes: linkSchemes,
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }) },
};

const allowedOnPage: sanitizeHtml.IOptions = {
  ...allowed,
  allowedTags: [...tags, 'div'],
  allowedAttributes: { ...attributes, div: ['class', 'role', 'tabindex', 'aria-label'] },
};

/** A picture in the HTML of a text, at an offset in it. */
interface PlacedTextPicture extends TextPicture {
  readonly at: number;
}

/** HTML of a text without its pictures, and where each of them stands in it. */
interface Rendered {
  readonly html: string;
  readonly pictures: readonly PlacedTextPicture[];
}

const render = (
  its: MarkdownIt,
  text: string,
  locale: Locale | undefined,
  options: sanitizeHtml.IOptions,
): Rendered => {
  const pictures: TextPicture[] = [];
  const marked = sanitizeHtml(its.render(text, { locale, uploads: uploadsNamedIn(text), pictures }), options).trim();
  const parts = marked.split(pictureMark);
  let at = 0;
  const placed = pictures.map((picture, n) => {
    at += parts[n]?.length ?? 0;
    return { ...picture, at };
  });
  return { html: parts.join(''), pictures: placed };
};

/**
 * Markdown as HTML that is safe to show: no script, no event handler, no `javascript:` or `data:` address. Links by id
 * are left out where no `locale` says in which language they lead on. Of pictures of uploads it has the words.
 */
export const renderMarkdown = (text: string, locale?: Locale): string => {
  const { html, pictures } = render(markdown, text, locale, allowed);
  return insertAt(
    html,
    pictures.map(({ at, alt, caption, isInline }) => {
      const image = `<img alt="${escapeText(alt)}"${caption ? ` title="${escapeText(caption)}"` : ''}>`;
      return { at, text: isInline ? image : `<p>${image}</p>` };
    }),
  );
};

/**
 * A text as it is published: the HTML of the API, that of its page where it differs, and the pictures that stand in
 * both.
 */
export interface RenderedBody {
  readonly html: string;
  readonly pageHtml?: string;
  readonly pictures: readonly (PlacedTextPicture & { readonly pageAt?: number })[];
}

/** A text as it is published. The HTML of the page has its headings below the title of the page. */
export const renderBody = (text: string, locale: Locale): RenderedBody => {
  const { html, pictures } = render(markdown, text, locale, allowed);
  const page = render(pageMarkdown, text, locale, allowedOnPage);
  if (page.html === html) return { html, pictures };
  const both = pictures.map((picture, n) => ({ ...picture, pageAt: page.pictures[n]?.at ?? 0 }));
  return { html, pageHtml: page.html, pictures: both };
};

/** The pictures of uploads in a text, as its HTML shows them. */
export const textPicturesIn = (text: string): TextPicture[] => {
  if (uploadsNamedIn(text).length === 0) return [];
  return render(markdown, text, undefined, allowed).pictures.map(({ at: _, ...picture }) => picture);
};

/** The addresses of the images of other sites in a text, each once. */
export const foreignImagesIn = (text: string): string[] => {
  if (!text.includes('![')) return [];
  const addresses = markdown
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => (token.type === 'image' ? [`${token.attrGet('src')}`] : []))
    .filter((address) => /^https?:/i.test(address) && !address.startsWith(`${env.publicUrl}/`));
  return [...new Set(addresses)];
};

/** Some of what every link by id has in it, or an entity in place of that. */
const partOfItemLink = /event|exhibition|page|&/i;

/** What a text in Markdown links to by id, each once. */
export const itemLinksIn = (text: string): ItemLink[] => {
  if (!partOfItemLink.test(text)) return [];
  const links = markdown
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => (token.type === 'link_open' ? (parseItemLink(`${token.attrGet('href')}`) ?? []) : []));
  return [...new Map(links.map((link) => [`${link.kind}:${link.id}`, link])).values()];
};
