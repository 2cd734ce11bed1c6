import type { PublicPicture } from '../../contract/public-schemas.ts';
import type { PublicFile } from '../../model/files/document.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import { fileList } from '../pages/item/files.ts';
import { pictureCaption } from '../pages/item/gallery.ts';
import { attribute, html, type Markup, trusted } from '../pages/markup/html.ts';
import { pageWord } from '../pages/markup/words.ts';
import { unescapeText } from '../unescape-text.ts';
import { cutHtml } from './cut-html.ts';
import { jpegOf } from './jpeg-of.ts';

/** The text of an item of a feed, as an answer of the API has it. */
export interface FeedText {
  /** Not cut. */
  readonly summary?: string | undefined;
  readonly html: string;
  readonly files?: readonly PublicFile[];
  /** The first one is the cover. */
  readonly pictures: readonly PublicPicture[];
}

/** Longest text, in bytes of HTML: it ends after a paragraph then, and leads on to the page. */
export const maxTextBytes = 64 * 1024;

/** Width of pictures, in pixels, for programs that cannot choose one: the JPEG nearest to it. */
const pictureWidth = 1280;

/**
 * What feed readers leave of a text anyhow. Sanitized HTML has other attributes for pages: styles, and ways to load.
 */
const attributesKept = new Set('href title src alt width height start align lang dir'.split(' '));

/** Of a picture with a choice they are those of the largest, which is not the one that is left. */
const sizes = new Set(['width', 'height']);

/** The choice of a picture: what stands in it for other programs is enough for feeds. */
const choices = /<\/?(?:picture|source)\b[^>]*>/g;

const absolute = (address: string, page: string): string => {
  const its = unescapeText(address);
  return /^[a-z][a-z\d+.-]*:/i.test(its) || !URL.canParse(its, page) ? address : html`${new URL(its, page).href}`.text;
};

/** Sanitized HTML as it may stand anywhere: addresses are absolute, counted from the page that the text is of. */
export const portableHtml = (text: string, page: string): string =>
  text.replace(choices, '').replace(/<[a-z][a-z\d]*\s[^>]*>/g, (tag) =>
    tag.replace(/\s([a-z][\w-]*)(?:="([^"]*)")?/g, (whole, name: string, value = '') => {
      if (!attributesKept.has(name) || (sizes.has(name) && tag.includes(' srcset='))) return '';
      return name === 'href' || name === 'src' ? ` ${name}="${absolute(value, page)}"` : whole;
    }),
  );

const figure = (picture: PublicPicture, locale: Locale): Markup | undefined => {
  const image = jpegOf(picture, pictureWidth);
  return (
    image &&
    html`<figure><img src="${image.url}" alt="${picture.alt}" width="${image.width}" height="${image.height}">${portableCaption(picture, locale)}</figure>`
  );
};

const portableCaption = (picture: PublicPicture, locale: Locale): Markup | undefined => {
  const caption = pictureCaption(picture, locale);
  return caption && trusted(portableHtml(caption.text, ''));
};

/**
 * The text of an item as HTML for feed readers: as on its page, the cover, the text, its files, and the other pictures.
 * A longer one is cut, and leads on to the page.
 */
export const feedContent = (
  { html: text, files = [], pictures: [cover, ...others] }: FeedText,
  { locale, url }: { readonly locale: Locale; readonly url: string },
  feedLocale: Locale = locale,
): string => {
  const body = cutHtml(portableHtml(text, url), maxTextBytes);
  const more = body.isCut && html`<p><a href="${url}">${pageWord('continueReading', locale)}</a></p>`;
  const whole = html`${cover && figure(cover, locale)}${trusted(body.html)}${more}${files.length > 0 && trusted(portableHtml(fileList(files, locale).text, url))}${others.map((one) => figure(one, locale))}`;
  const direction = textDirection(locale);
  // Readers show texts from left to right, or as the language of the feed is written.
  return direction === 'rtl' || textDirection(feedLocale) === 'rtl'
    ? html`<div${attribute('lang', locale)} dir="${direction}">${whole}</div>`.text
    : whole.text;
};
