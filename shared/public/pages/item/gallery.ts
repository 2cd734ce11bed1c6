import type { PublicPicture } from '../../../contract/public-schemas.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { html, type Markup } from '../markup/html.ts';
import type { StyledPart } from '../markup/styled-part.ts';
import { pageWord } from '../markup/words.ts';
import { croppedStyle, linkedPicture } from './picture.ts';
import { sizes } from './sizes.ts';

/** What stands below a picture, and who made it. */
export const pictureCaption = ({ caption, credit }: PublicPicture, locale: Locale): Markup | undefined =>
  caption || credit
    ? html`<figcaption>${caption}${caption && credit && ' '}${credit && html`<span class="credit">${pageWord('photograph', locale)}: ${credit}</span>`}</figcaption>`
    : undefined;

/** Further pictures of an item, each cropped around its focal point; the whole picture opens by its link. */
export const gallery = (
  pictures: readonly PublicPicture[],
  locale: Locale,
  heading: 'gallery' | 'photographs' = 'gallery',
): StyledPart => {
  if (pictures.length === 0) return { markup: undefined, style: '' };
  const idOf = (n: number) => `g${n + 1}`;
  const figures = pictures.map(
    (
      picture,
      n,
    ) => html`<li><figure>${linkedPicture(picture, { id: idOf(n), sizes: sizes.card, lazy: true })}${pictureCaption(picture, locale)}</figure></li>
`,
  );
  return {
    markup: html`<section aria-labelledby="gallery">
<h2 id="gallery">${pageWord(heading, locale)}</h2>
<ul class="gallery">
${figures}</ul>
</section>
`,
    style: pictures.map((picture, n) => croppedStyle(picture, idOf(n), false)).join(''),
  };
};
