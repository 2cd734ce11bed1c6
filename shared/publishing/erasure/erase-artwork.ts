import { endPreviews } from '../../desk/events/preview-ends.ts';
import * as desk from '../../desk/exhibitions/artworks.ts';
import { dueWrite } from '../../desk/exhibitions/due.ts';
import { erasureWrite } from '../../desk/exhibitions/erasures.ts';
import { besideArtwork } from '../../desk/exhibitions/exhibitions.ts';
import { type Act, auditWrite } from '../../desk/store/audit.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/artwork.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import type { Place } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { placesLeft, withoutSelected } from '../exhibitions/deselect.ts';
import { followConsent } from '../exhibitions/follow-consent.ts';
import { searchAfterErasure } from '../mentions/search-after.ts';
import { withPictures } from '../pictures/finish-pictures.ts';
import { followArtwork, type PicturesFollowed } from '../pictures/follow-artwork.ts';

/** What erasing an artwork has taken from the public at once, and what is still to be finished. */
export interface ErasedArtwork {
  readonly pictures: PicturesFollowed;
  readonly removedFrom: readonly Place[];
}

/** What there is to finish of an artwork that was erased before. */
export const nothingErased: ErasedArtwork = {
  pictures: { writes: [], changes: [], removedFrom: [], hashes: [] },
  removedFrom: [],
};

/**
 * Takes an artwork out of the desk, the public and the selection, with its picture wherever that is shown, in one transaction. What remains of
 * it, ratings and files, is a record that works itself off (`erase-artworks.ts`). Throws `ConditionsFailed` with `edition` where the caller
 * must look again, `StaleVersion`.
 */
export const eraseArtwork = async (
  exhibition: Exhibition,
  artwork: Artwork,
  act: Act,
  site: Site,
): Promise<ErasedArtwork> => {
  const { id } = exhibition;
  const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
  const followed = await followConsent(id, new Map([[artwork.id, undefined]]), act.now, site);
  const isChosen = exhibition.selection?.artworkIds.includes(artwork.id) ?? false;
  const { write } = besideArtwork(exhibition, isChosen, withoutSelected(exhibition, [artwork.id]), act);
  const pictures = await followArtwork({ previous: artwork }, act, site);
  const left = { artworkId: artwork.id, isBarred: true, wasShown: followed.length > 0 };
  const removedFrom = [...placesLeft(exhibition, left), ...pictures.removedFrom];
  const own = [
    ...followed,
    write,
    erasureWrite(id, {
      artworkId: artwork.id,
      ...(upload && { upload: { id: upload.id, sha256: upload.sha256 } }),
    }),
    ...(followed.length > 0 ? [] : [dueWrite(id, act.now)]),
    endPreviews(`EXHIBITION#${id}`),
    ...searchAfterErasure(artwork, act),
    auditWrite(act, 'artwork.erased', artwork.id, artwork.version, removedFrom),
  ];
  await desk.eraseArtwork(artwork, withPictures(own, pictures));
  return { pictures, removedFrom };
};
