import type { Locale } from '../../../model/languages/locale.ts';
import { insertAt } from '../../../showcase/store/insert-at.ts';
import type { TextBody, TextPicture } from '../../text-body.ts';
import { html, trusted } from '../markup/html.ts';
import type { StyledPart } from '../markup/styled-part.ts';
import { pictureCaption } from './gallery.ts';
import { linkedPicture, pictureElement, placeholderStyle, widthOfScreenHeight } from './picture.ts';
import { textSizes } from './sizes.ts';

const idOf = (n: number): string => `t${n + 1}`;

const elementOf = ({ at, isInline, ...picture }: TextPicture, n: number, locale: Locale) => {
  const options = { id: idOf(n), sizes: textSizes(widthOfScreenHeight(picture)), lazy: true };
  if (isInline) return { at, text: pictureElement(picture, options).text };
  const figure = html`<figure>${linkedPicture(picture, options)}${pictureCaption(picture, locale)}</figure>
`;
  return { at, text: figure.text };
};

/** The text of a page with its pictures. Those between its paragraphs lead to their largest files. */
export const pageBody = ({ html: text, pictures }: TextBody, locale: Locale): StyledPart => ({
  markup: trusted(
    insertAt(
      text,
      pictures.map((picture, n) => elementOf(picture, n, locale)),
    ),
  ),
  style: pictures.map((picture, n) => placeholderStyle(picture, idOf(n), false)).join(''),
});
