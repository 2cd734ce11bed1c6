import type { PublicPicture } from '../contract/public-schemas.ts';
import { pictureAt, plainRendition } from '../model/files/picture.ts';
import { isPictureVisibleAt } from '../showcase/store/card.ts';
import { insertAt } from '../showcase/store/insert-at.ts';
import { markdownPicture } from '../showcase/store/markdown-picture.ts';
import type { StoredText, StoredTextPicture } from '../showcase/store/text-picture.ts';
import { mediaUrl } from '../showcase/store/urls.ts';
import { escapeText } from './escape-text.ts';
import { pictureHtml } from './picture-element.ts';

/** How wide a picture in a text is displayed: as wide as a column of text. */
const pictureSizes = '(min-width: 47rem) 42rem, 92vw';

/** A picture in a text as readers may see it now. */
export interface TextPicture extends PublicPicture {
  readonly uploadId: string;
  readonly at: number;
  readonly isInline?: true | undefined;
}

/** The HTML of a text without its pictures, and what stands where in it. */
export interface TextBody {
  readonly html: string;
  readonly pictures: readonly TextPicture[];
}

const shown = ({ textPictures = [] }: StoredText, now: Date): StoredTextPicture[] =>
  textPictures.filter((picture) => isPictureVisibleAt(picture, now));

const asTextPicture = ({ media, alt, caption, credit, ...picture }: StoredTextPicture): TextPicture => ({
  ...pictureAt(mediaUrl(media), picture, alt),
  ...(caption && { caption }),
  ...(credit && { credit }),
  ...{ uploadId: picture.uploadId, at: picture.at },
  ...(picture.isInline && { isInline: true }),
});

/** A text as its page shows it at a time. */
export const pageBodyOf = (stored: StoredText, now: Date): TextBody => ({
  html: stored.pageHtml ?? stored.body.html,
  pictures: shown(stored, now).map((picture) => asTextPicture({ ...picture, at: picture.pageAt ?? picture.at })),
});

const named = /upload:([0-9A-Z]{26})/gi;

/** Markdown with the addresses of its pictures; one that is not shown leaves it. */
const markdownOf = (markdown: string, pictures: readonly TextPicture[]): string => {
  const addresses = new Map(pictures.map(({ uploadId, renditions }) => [uploadId, plainRendition(renditions)?.url]));
  const addressOf = (id: string): string | undefined => addresses.get(id.toUpperCase());
  return markdown
    .replace(markdownPicture, (whole, id: string) => (addressOf(id) === undefined ? '' : whole))
    .replace(named, (whole, id: string) => addressOf(id) ?? whole);
};

/** HTML with its pictures, whole addresses included: for readers' programs, which have styles of their own. */
const withPictures = ({ html, pictures }: TextBody): string =>
  insertAt(
    html,
    pictures.map(({ at, isInline, ...picture }) => {
      const element = pictureHtml(picture, { sizes: pictureSizes, after: ' loading="lazy"' });
      const words = [picture.caption, picture.credit]
        .filter((word) => word !== undefined)
        .map((word) => escapeText(word));
      const caption = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
      return { at, text: isInline ? element : `<figure>${element}${caption}</figure>\n` };
    }),
  );

/** A text as answers give it, with its pictures and their addresses. */
export const bodyWith = (
  { markdown, html }: StoredText['body'],
  pictures: readonly TextPicture[],
): StoredText['body'] => ({
  markdown: markdownOf(markdown, pictures).trimEnd(),
  html: withPictures({ html, pictures }).trimEnd(),
});

/** A stored text as answers and feeds give it at a time, with its pictures and their addresses. */
export const bodyOf = (stored: StoredText, now: Date): StoredText['body'] =>
  bodyWith(stored.body, shown(stored, now).map(asTextPicture));
