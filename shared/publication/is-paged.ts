import { artworkBytes } from '../answers/exhibition.ts';
import { sentArtwork } from '../answers/sent-artwork.ts';
import type { PublishedArtwork } from '../domain/artwork.ts';
import type { Site } from '../domain/site.ts';
import { answerBytes } from '../http/page-by-size.ts';

/** True where the artworks of an exhibition are more than one answer holds in some language: then readers get them page by page. */
export const isPaged = (id: string, artworks: readonly PublishedArtwork[], site: Site): boolean =>
  site.locales.some((locale) => {
    let bytes = 0;
    return artworks.some((artwork) => {
      bytes += answerBytes(sentArtwork(id, artwork, locale, site));
      return bytes > artworkBytes;
    });
  });
