import sanitizeHtml from 'sanitize-html';
import { type ItemLink, parseItemLink } from '../../model/item-link.ts';
import type { Locale } from '../../model/locale.ts';
import { linkSchemes, markdown } from './markdown.ts';
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

/**
 * Markdown as HTML that is safe to show: no script, no event handler, no `javascript:` or `data:` address. Links by id are left out where
 * no `locale` says in which language they lead on.
 */
export const renderMarkdown = (text: string, locale?: Locale): string =>
  sanitizeHtml(markdown.render(text, { locale }), allowed).trim();

/** Markdown as the HTML of the body of a page, below the title of the page. */
export const renderForPage = (text: string, locale: Locale): string =>
  sanitizeHtml(pageMarkdown.render(text, { locale }), allowedOnPage).trim();

/** A text as it is published: as the API gives it, and as its page shows it where that differs. */
export const renderBody = (text: string, locale: Locale): { readonly html: string; readonly pageHtml?: string } => {
  const html = renderMarkdown(text, locale);
  const pageHtml = renderForPage(text, locale);
  return pageHtml === html ? { html } : { html, pageHtml };
};

/** Some of what every link by id has in it, or an entity in place of that. */
const partOfItemLink = /event|exhibition|&/i;

/** What a text in Markdown links to by id, each once. */
export const itemLinksIn = (text: string): ItemLink[] => {
  if (!partOfItemLink.test(text)) return [];
  const links = markdown
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => (token.type === 'link_open' ? (parseItemLink(`${token.attrGet('href')}`) ?? []) : []));
  return [...new Map(links.map((link) => [`${link.kind}:${link.id}`, link])).values()];
};
