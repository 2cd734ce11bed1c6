import type { PublicArtwork } from '../../../contract/public-schemas.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { artworkPageUrl } from '../../../showcase/store/urls.ts';
import { labelText } from '../../iiif/iiif-labels.ts';
import { html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { pathOf, pictureElement, placeholderStyle, plainPath, ratioOf } from './picture.ts';

/** Where an artwork stands on the page of its exhibition. */
const artworkAnchor = (id: string): string => `artwork-${id}`;

export const imageId = (artwork: PublicArtwork): string => `image-${artwork.id}`;

/** What is known of an artwork in one line, its parts divided by points. */
const line = (parts: readonly (string | number | undefined)[]): Markup | undefined => {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length > 0 ? html`<p>${known.join(' · ')}</p>` : undefined;
};

/** How high a row of the gallery is about; it grows until it fills the screen. */
const rowHeight = 16;

/** The exhibition that an artwork is shown on the page of. */
interface Gallery {
  readonly locale: Locale;
  readonly slug: string;
  /** Set for what is not published: its artworks have no pages yet. */
  readonly draft?: object | undefined;
}

/** Where an artwork leads to: its own page or, in a draft, its picture. */
export const artworkPath = (
  { id, image }: Pick<PublicArtwork, 'id' | 'image'>,
  { locale, slug, draft }: Gallery,
): string => (draft && plainPath(image)) || pathOf({ url: artworkPageUrl(locale, slug, id) });

/** An artwork on the page of its exhibition, leading to its own. `lazy` where it is below the first screen. */
export const artworkFigure = (artwork: PublicArtwork, gallery: Gallery, lazy: boolean): Markup => {
  const { locale } = gallery;
  const { id, title, artist, medium, year, image } = artwork;
  const language = partLanguage(artwork.locale, locale);
  const age = artist.ageAtEntry === undefined ? undefined : `${labelText('age', locale)}: ${artist.ageAtEntry}`;
  const sizes = `min(100vw - 2.5rem, ${(ratioOf(image) * rowHeight * 1.3).toFixed(1)}rem)`;
  const path = artworkPath(artwork, gallery);
  const facts = [line([artist.name, age]), line([artist.school, artist.region]), line([medium, year])];
  return html`<li id="${artworkAnchor(id)}"><figure class="work"><a href="${path}">${pictureElement(image, { id: imageId(artwork), sizes, lazy, language })}<h3${language}>${title}</h3></a><figcaption>${facts}</figcaption></figure></li>
`;
};

/**
 * The style of an artwork in the gallery: its share of a row, which follows from its shape, and what is seen until it
 * has loaded.
 */
export const artworkFigureStyle = (artwork: PublicArtwork, blurred: boolean): string =>
  `#${artworkAnchor(artwork.id)}{--ratio:${ratioOf(artwork.image).toFixed(3)}}${placeholderStyle(artwork.image, imageId(artwork), blurred)}`;
