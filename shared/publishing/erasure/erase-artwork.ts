import * as desk from '../../desk/exhibitions/artworks.ts';
import { erasureWrite } from '../../desk/exhibitions/erasures.ts';
import { exhibitionWriteForArtworkChange } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Site } from '../../model/site/site.ts';
import { applyConsent } from '../exhibitions/apply-consent.ts';
import { locationsLeft, withoutArtworks } from '../exhibitions/deselect.ts';
import { nameSearchAfterErasure } from '../mentions/search-after.ts';
import {
  applyArtworkToPictureUses,
  noPictureUseChanges,
  type PictureUseChanges,
} from '../pictures/apply-artwork-to-picture-uses.ts';
import { withPictureUseWrites, writeFirst } from '../pictures/complete-picture-uses.ts';

/** What erasing an artwork has taken from the public at once, and what is still to be finished. */
interface ErasedArtwork {
  readonly pictures: PictureUseChanges;
  readonly removedFrom: readonly FieldLocation[];
}

/** What there is to finish of an artwork that was erased before. */
export const nothingErased: ErasedArtwork = {
  pictures: noPictureUseChanges,
  removedFrom: [],
};

/**
 * Takes an artwork out of the desk, the public and the selection, with its picture wherever that is shown, in one
 * transaction. A record says that its ratings and files are still to be deleted (`complete-erasures.ts`). Throws
 * `ConditionsFailedError` with `edition` where the caller must read it again, `VersionConflictError`.
 */
export const eraseArtwork = async (...erasure: Parameters<typeof planErasure>): Promise<ErasedArtwork> => {
  const { save, ...erased } = await planErasure(...erasure);
  await save();
  return erased;
};

/** What erasing an artwork takes from the public, without doing it: `save` does. */
export const planErasure = async (
  exhibition: Exhibition,
  artwork: Artwork,
  context: ActionContext,
  site: Site,
): Promise<ErasedArtwork & { save(): Promise<void> }> => {
  const { id } = exhibition;
  const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
  const followed = await applyConsent(id, new Map([[artwork.id, undefined]]), { now: context.now, site });
  const isChosen = exhibition.selection?.artworkIds.includes(artwork.id) ?? false;
  const { write } = exhibitionWriteForArtworkChange(
    exhibition,
    { isPart: isChosen, change: withoutArtworks(exhibition, [artwork.id]) },
    context,
  );
  const pictures = await applyArtworkToPictureUses({ previous: artwork }, context, site);
  const left = { artworkId: artwork.id, isBarred: true, wasShown: followed.length > 0 };
  const removedFrom = [...locationsLeft(exhibition, left), ...pictures.removedFrom];
  const own = [
    ...followed,
    write,
    erasureWrite(id, {
      artworkId: artwork.id,
      ...(upload && { upload: { id: upload.id, sha256: upload.sha256 } }),
    }),
    ...(followed.length > 0 ? [] : [reconcileNowWrite(id, context.now)]),
    endPreviews(`EXHIBITION#${id}`),
    ...nameSearchAfterErasure(artwork, context),
    auditWrite(context, 'artwork.erased', artwork.id, { version: artwork.version, places: removedFrom }),
  ];
  return {
    pictures,
    removedFrom,
    save: async () => {
      await writeFirst(pictures);
      await desk.deleteArtwork(artwork, withPictureUseWrites(own, pictures));
    },
  };
};
