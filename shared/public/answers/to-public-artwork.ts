import type { PublicArtwork } from '../../contract/public-schemas.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import { pictureAt } from '../../model/files/picture.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { anonymousIn } from '../../model/people/anonymous.ts';
import { visibleArtist } from '../../model/people/visible-artist.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { artworkUrl, imageServiceUrl, mediaUrl } from '../../showcase/store/urls.ts';

/** An artwork as it is sent to a reader of `wanted`, its texts in the language that it has. */
export const toPublicArtwork = (
  exhibitionId: string,
  artwork: PublishedArtwork,
  wanted: Locale,
  site: Site,
): PublicArtwork => {
  const { id, translations, artist, medium, year, image } = artwork;
  const locale = resolveLocale(site, wanted, Object.keys(translations)) ?? wanted;
  const { title = '', description, alt = '' } = translations[locale] ?? {};
  return {
    id,
    locale,
    title,
    ...(description && { description }),
    artist: { ...visibleArtist(artist), name: artist.name ?? anonymousIn(wanted) },
    ...(medium && { medium }),
    ...(year !== undefined && { year }),
    image: pictureAt(mediaUrl(image.media), image, alt),
    ...(image.tiles && { imageService: imageServiceUrl(image.media) }),
    url: artworkUrl(wanted, exhibitionId, id),
  };
};
