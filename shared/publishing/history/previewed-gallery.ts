import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Image } from '../../model/files/picture.ts';
import type { Site } from '../../model/site/site.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { publishedArtworkRecordOf } from '../exhibitions/published-artwork-record.ts';
import { validateArtworkForPublication } from '../exhibitions/validate-artwork.ts';
import { mentionsOfSelected } from '../mentions/exhibition-mentions.ts';
import { mentionReasons } from '../mentions/field-mentions.ts';

/** An artwork as it would be published now, and its image, which need not be public. */
export interface PreviewedArtwork {
  readonly artwork: PublishedArtwork;
  readonly uploadId: string;
  readonly image: Image;
}

/** No publication: the addresses of its media lead nowhere. */
const nowhere = { edition: 0, secret: '' };

/**
 * The selected artworks of an exhibition that could be published now, in their order, each with no more of its artist
 * than consent allows at this moment; none while the rating is blind, since the selection tells what the jury must not
 * know.
 */
export const previewedGallery = async (exhibition: Exhibition, now: Date, site: Site): Promise<PreviewedArtwork[]> => {
  const { selection } = exhibition;
  if (!selection || isBlind(exhibition)) return [];
  const artworks = new Map((await readArtworks(exhibition.id)).map((artwork) => [artwork.id, artwork]));
  const named = mentionsOfSelected({ exhibition, artworks, locales: [], now, site });
  const naming = new Set(named.flatMap((one) => (mentionReasons(one).length > 0 ? [one.place.id] : [])));
  const selected = selection.artworkIds.flatMap((id) => artworks.get(id) ?? []);
  const uploads = await readUploads(selected.flatMap(({ uploadId }) => uploadId ?? []));
  return selected.flatMap((artwork, position) => {
    const upload = uploads.get(artwork.uploadId ?? '');
    const errors = validateArtworkForPublication('', { artwork, upload, now, site });
    if (!upload?.image || errors.length > 0 || naming.has(artwork.id)) return [];
    const record = publishedArtworkRecordOf(nowhere, { artwork, upload, position, before: undefined, site });
    return [{ artwork: record.artwork, uploadId: upload.id, image: upload.image }];
  });
};
