import type { PublicArtwork } from '../../../contract/public-schemas.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { anonymousIn } from '../../../model/people/anonymous.ts';
import type { ArtworkForPage } from '../../answers/artwork-for-page.ts';
import { imageObject, type Node, optional, organization, type PublisherOrganization } from './json-ld-nodes.ts';

/** What an artwork takes from its page or exhibition. */
interface ArtworkContext {
  readonly url: string;
  /** The language in which an artist without a name is called so. */
  readonly locale: Locale;
  readonly rights: string;
}

/** An artwork for search engines, whose creator is named as far as consent allows. */
export const artworkNode = (artwork: PublicArtwork, { url, locale, rights }: ArtworkContext): Node => {
  const { title, artist, medium, year, image } = artwork;
  const isNamed = artist.name !== anonymousIn(locale);
  return {
    '@type': 'VisualArtwork',
    '@id': `${url}#artwork`,
    url,
    name: title,
    ...(isNamed && { creator: { '@type': 'Person', name: artist.name } }),
    ...optional('artMedium', medium),
    ...(year !== undefined && { dateCreated: String(year) }),
    ...optional('image', imageObject(image)),
    license: rights,
  };
};

/** An artwork for search engines, as a part of its exhibition. */
export const artworkData = (
  artwork: PublicArtwork,
  { url, locale, exhibition }: ArtworkForPage,
  publisher: PublisherOrganization,
): Node => ({
  '@context': 'https://schema.org',
  ...artworkNode(artwork, { url, locale, rights: exhibition.rights }),
  mainEntityOfPage: url,
  inLanguage: artwork.locale,
  ...optional('description', artwork.description),
  isPartOf: { '@type': 'ExhibitionEvent', '@id': `${exhibition.url}#exhibition`, name: exhibition.title },
  publisher: organization(publisher),
});
