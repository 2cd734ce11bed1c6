import Markdown, { type MarkdownIt, type RendererRule } from 'markdown-it';
import { hasValidId, parseItemLink } from '../../model/item-link.ts';
import { itemUrl } from '../../showcase/store/urls.ts';
import { closeBeforeLetter } from './close-before-letter.ts';
import { linkAddresses } from './link-addresses.ts';

/** What the rules of one rendering share: the language of the text, and whether a link is open, and shown as one. */
interface RenderingEnv {
  readonly locale?: unknown;
  isInLink?: unknown;
  isPlain?: unknown;
}

/** Schemes that a link may have in what is published; addresses below the page's own have none. */
export const linkSchemes = ['https', 'http', 'mailto', 'tel'];

const scheme = /^([a-z][a-z\d+.-]*):/i;

/** Whether a reader can follow an address. Any other would be an anchor or an image that leads nowhere. */
const leadsSomewhere = (address: string): boolean => {
  const its = scheme.exec(address)?.[1]?.toLowerCase();
  return its === undefined ? !address.startsWith('//') : linkSchemes.includes(its);
};

/** Links by id lead to the address that an event or exhibition has for good, in the language of the text. */
const openLink: RendererRule = (...[tokens, index, options, env = {}, renderer]) => {
  const { locale } = Object.assign(env, { isInLink: true } satisfies RenderingEnv);
  const token = tokens[index];
  const link = parseItemLink(`${token?.attrGet('href')}`);
  if (link && hasValidId(link) && typeof locale === 'string') token?.attrSet('href', itemUrl(link, locale));
  const isPlain = !leadsSomewhere(`${token?.attrGet('href')}`);
  Object.assign(env, { isPlain } satisfies RenderingEnv);
  return isPlain ? '' : renderer.renderToken(tokens, index, options);
};

const closeLink: RendererRule = (...[, , , env = {}]) => {
  const { isPlain } = Object.assign(env, { isInLink: false } satisfies RenderingEnv) as RenderingEnv;
  return isPlain ? '' : '</a>';
};

/** A link stands in place of an image that is not shown; within a link, or where it leads nowhere, its text alone. */
const linkImages =
  (isShown: (address: string) => boolean, showImage: RendererRule | undefined): RendererRule =>
  (...[tokens, index, options, env = {}, renderer]) => {
    const token = tokens[index];
    const address = `${token?.attrGet('src')}`;
    if (isShown(address)) return showImage?.(tokens, index, options, env, renderer) ?? '';
    const { escapeHtml } = markdown.utils;
    const alt = escapeHtml(renderer.renderInlineAsText(token?.children ?? [], options, env));
    if (!leadsSomewhere(address)) return alt;
    const text = alt || escapeHtml(address);
    return env.isInLink ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
  };

/** CommonMark with tables and links of bare addresses; HTML in the text is shown as text. `isShown` says which images are. */
export const makeMarkdown = (isShown: (address: string) => boolean): MarkdownIt => {
  const made = new Markdown('commonmark', { html: false }).enable('table').use(closeBeforeLetter).use(linkAddresses);
  const { rules } = made.renderer;
  rules.link_open = openLink;
  rules.link_close = closeLink;
  rules.image = linkImages(isShown, rules.image);
  return made;
};

/** Markdown as the API gives it: an image by `http:` would be blocked on a page by `https:`, and others are none. */
export const markdown = makeMarkdown(
  (address) => /^https:/i.test(address) || !(scheme.test(address) || address.startsWith('//')),
);
