import type { MarkdownIt, RendererRule } from 'markdown-it';
import { maxTextPictures, uploadOfAddress } from '../../model/files/text-pictures.ts';
import { leadsSomewhere, scheme } from '../../model/markdown/leads-somewhere.ts';
import { makeMarkdown } from '../../model/markdown/make-markdown.ts';
import { mayShow } from '../../model/markdown/pictures-of-their-own.ts';
import { hasValidId, parseItemLink } from '../../model/site/item-link.ts';
import { itemUrl } from '../../showcase/store/urls.ts';

/** A picture of an upload in a text, in the words of its language. */
export interface TextPicture {
  readonly uploadId: string;
  readonly alt: string;
  readonly caption?: string;
  /** True where it stands among words: an element that may be in a paragraph is shown then. */
  readonly isInline?: true;
}

/** What the rules of one rendering share. */
interface RenderingEnv {
  /** The language of the text. */
  readonly locale?: unknown;
  /** The uploads that the text names (`uploadsNamedIn`), and those of its pictures, in their order. */
  readonly uploads?: unknown;
  readonly pictures?: unknown;
  /** Whether a link is open, and shown as one. */
  isInLink?: unknown;
  isPlain?: unknown;
}

/** Stands where a picture will be. No text can have it: Markdown replaces the character U+0000. */
export const pictureMark = '\u0000';

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

/**
 * A mark stands in place of a picture of an upload, and a link in place of an image that is not shown; within a link,
 * or where it leads nowhere, its text alone.
 */
const linkImages =
  (isShown: (address: string) => boolean, showImage: RendererRule | undefined): RendererRule =>
  (...[tokens, index, options, env = {}, renderer]) => {
    const token = tokens[index];
    const address = `${token?.attrGet('src')}`;
    const words = renderer.renderInlineAsText(token?.children ?? [], options, env);
    const pictures = env.pictures as TextPicture[] | undefined;
    if (pictures && token && mayShow(token, env) && pictures.length < maxTextPictures) {
      const caption = `${token.attrGet('title') ?? ''}`.trim();
      pictures.push({
        uploadId: uploadOfAddress(address) ?? '',
        alt: words.trim(),
        ...(caption && { caption }),
        ...(token.block ? {} : { isInline: true }),
      });
      return pictureMark;
    }
    if (uploadOfAddress(address) === undefined && isShown(address))
      return showImage?.(tokens, index, options, env, renderer) ?? '';
    const { escapeHtml } = markdown.utils;
    const alt = escapeHtml(words);
    // More pictures than a text may show.
    if (token?.block) return `<p>${alt}</p>\n`;
    if (!leadsSomewhere(address)) return alt;
    const text = alt || escapeHtml(address);
    return env.isInLink ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
  };

/** The rules by which texts become HTML. `isShown` says which images of addresses are shown as such. */
export const markdownShowing = (isShown: (address: string) => boolean): MarkdownIt => {
  const made = makeMarkdown();
  const { rules } = made.renderer;
  rules.link_open = openLink;
  rules.link_close = closeLink;
  rules.image = linkImages(isShown, rules.image);
  return made;
};

/** Markdown as the API gives it: an image by `http:` would be blocked on a page by `https:`, and others are none. */
export const markdown = markdownShowing(
  (address) => /^https:/i.test(address) || !(scheme.test(address) || address.startsWith('//')),
);
