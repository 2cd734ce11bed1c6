import { answerBytes } from '../../http/page-by-size.ts';
import type { PublishedArtwork } from '../../model/artwork.ts';
import type { Site } from '../../model/site.ts';
import { artworkBytes } from '../../public/answers/exhibition.ts';
import { sentArtwork } from '../../public/answers/sent-artwork.ts';

/** True where the artworks of an exhibition are more than one answer holds in some language: then readers get them page by page. */
export const isPaged = (id: string, artworks: readonly PublishedArtwork[], site: Site): boolean =>
  site.locales.some((locale) => {
    let bytes = 0;
    return artworks.some((artwork) => {
      bytes += answerBytes(sentArtwork(id, artwork, locale, site));
      return bytes > artworkBytes;
    });
  });
