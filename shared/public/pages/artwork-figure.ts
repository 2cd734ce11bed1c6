import type { PublicArtwork } from '../../contract/public.ts';
import type { Locale } from '../../model/locale.ts';
import { labelText } from '../iiif/iiif-labels.ts';
import { artworkAnchor } from './exhibition-data.ts';
import { attribute, html, type Markup } from './html.ts';
import { linkedPicture } from './picture.ts';

export const imageId = (artwork: PublicArtwork): string => `image-${artwork.id}`;

/** What is known of an artwork in one line, its parts divided by points. */
const line = (parts: readonly (string | number | undefined)[]): Markup | undefined => {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length > 0 ? html`<p>${known.join(' · ')}</p>` : undefined;
};

/** An artwork on the page of its exhibition, which is in `locale`. `lazy` where it is below the first screen. */
export const artworkFigure = (artwork: PublicArtwork, locale: Locale, lazy: boolean): Markup => {
  const { id, title, description, artist, medium, year, image } = artwork;
  const lang = artwork.locale === locale ? undefined : artwork.locale;
  const age = artist.ageAtEntry === undefined ? undefined : `${labelText('age', locale)}: ${artist.ageAtEntry}`;
  const sizes = '(min-width: 48rem) 22rem, (min-width: 42rem) 46vw, calc(100vw - 2.5rem)';
  return html`<li id="${artworkAnchor(id)}"><figure class="work">${linkedPicture(image, { id: imageId(artwork), sizes, lazy, lang })}<figcaption><h3${attribute('lang', lang)}>${title}</h3>${line([artist.name, age])}${line([artist.school, artist.region])}${line([medium, year])}${description && html`<p${attribute('lang', lang)}>${description}</p>`}</figcaption></figure></li>
`;
};
