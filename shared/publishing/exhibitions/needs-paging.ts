import { answerBytes } from '../../http/page-by-size.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Site } from '../../model/site/site.ts';
import { maxArtworkBytes } from '../../public/answers/exhibition.ts';
import { toPublicArtwork } from '../../public/answers/to-public-artwork.ts';

/**
 * True if the artworks of an exhibition are more than one answer holds in some language: then readers get them page
 * by page.
 */
export const needsPaging = (id: string, artworks: readonly PublishedArtwork[], site: Site): boolean =>
  site.locales.some((locale) => {
    let bytes = 0;
    return artworks.some((artwork) => {
      bytes += answerBytes(toPublicArtwork(id, artwork, locale, site));
      return bytes > maxArtworkBytes;
    });
  });
