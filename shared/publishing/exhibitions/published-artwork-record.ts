import { hash } from 'node:crypto';
import type { PublishedArtworkRecord } from '../../desk/exhibitions/published-artwork-records.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { ExhibitionPublishing } from '../../model/exhibitions/exhibition.ts';
import { publicImage } from '../../model/files/picture.ts';
import type { Upload } from '../../model/files/upload.ts';
import { consentEndOf } from '../../model/people/consent.ts';
import { publishedArtist } from '../../model/people/public-artist.ts';
import type { Site } from '../../model/site/site.ts';

/** An artwork of an edition: which it is, counted from 0, and how the edition before shows it, where it does. */
interface SelectedArtwork {
  readonly artwork: Artwork;
  readonly upload: Upload;
  readonly position: number;
  readonly before: PublishedArtworkRecord | undefined;
  readonly site: Site;
}

/**
 * An artwork as an edition will show it, its media at an address of their own that nobody can guess: made from the
 * secret of the publication, so that a worker who does the same again comes to the same address. Its image is that of
 * the edition before, where that shows the same upload.
 */
export const publishedArtworkRecordOf = (
  { edition, secret }: Pick<ExhibitionPublishing, 'edition' | 'secret'>,
  { artwork, upload, position, before, site }: SelectedArtwork,
): PublishedArtworkRecord => {
  const { id, artist, translations, medium, year } = artwork;
  const { image } = upload;
  if (!artist || !image) throw new Error(`The artwork ${id} cannot be shown.`);
  const until = consentEndOf(artist, site);
  const media = hash('sha256', `${secret}/${id}/${upload.id}`, 'base64url').slice(0, 22);
  const texts = Object.entries(translations).flatMap(([locale, { title, alt, description }]) =>
    title && alt ? [[locale, { title, alt, ...(description && { description }) }]] : [],
  );
  return {
    edition,
    uploadId: upload.id,
    artwork: {
      id,
      position,
      translations: Object.fromEntries(texts),
      artist: publishedArtist(artist),
      ...(medium && { medium }),
      ...(year !== undefined && { year }),
      image:
        before?.uploadId === upload.id
          ? before.artwork.image
          : { ...publicImage(image), ...(image.tiles && { tiles: image.tiles }), media },
      ...(until && { until }),
    },
  };
};
