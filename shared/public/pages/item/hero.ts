import type { PublicPicture } from '../../../contract/public-schemas.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { html } from '../markup/html.ts';
import type { StyledPart } from '../markup/styled-part.ts';
import { pictureCaption } from './gallery.ts';
import { croppedStyle, linkedPicture, placeholderStyle, sizeOf } from './picture.ts';
import { sizes } from './sizes.ts';

/** The id of the picture that leads a page. */
const coverId = 'cover';

/** Highest picture that is shown whole, in percent of the screen, as its style has it. */
const highest = 85;

/**
 * The picture that leads the page of an item. One that is wider than high fills the width, cropped around its focal
 * point; a poster is shown whole.
 */
export const hero = (picture: PublicPicture | undefined, locale: Locale): StyledPart => {
  if (!picture) return { markup: undefined, style: '' };
  const { width, height } = sizeOf(picture) ?? { width: 1, height: 1 };
  const isWhole = height >= width;
  const shown = isWhole ? `min(92vw, ${Math.round((highest * width) / height)}vh)` : sizes.page;
  return {
    markup: html`<figure class="cover${isWhole && ' whole'}">${linkedPicture(picture, { id: coverId, sizes: shown })}${pictureCaption(picture, locale)}</figure>
`,
    style: isWhole ? placeholderStyle(picture, coverId, true) : croppedStyle(picture, coverId, true),
  };
};
