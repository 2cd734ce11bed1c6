import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import type { PictureHolder, PictureRecord } from '../../desk/uploads/pictures.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import { consentEndOf } from '../../model/people/consent.ts';
import type { Site } from '../../model/site/site.ts';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';

/** Whether a picture may be shown anywhere, until when (ISO 8601; for good, where absent), or why not. */
export type PicturePermission = { readonly until?: string | undefined } | { readonly refusal: Reason };

/** A holder of a picture with what the desk knows of the artwork; `undefined` if that was erased. */
export interface HolderWithArtwork extends PictureHolder {
  readonly artwork: Artwork | undefined;
}

/** The holders of a picture with their artworks; that of `changed` is taken as it will be. */
export const readHolders = (holders: readonly PictureHolder[], changed?: Artwork): Promise<HolderWithArtwork[]> =>
  Promise.all(
    holders.map(async (holder) => {
      const { exhibitionId, artworkId } = holder;
      const artwork = artworkId === changed?.id ? changed : await readArtwork(exhibitionId, artworkId);
      return { ...holder, artwork };
    }),
  );

/**
 * What the consent to its artworks allows with a picture: all of those that have it now must agree or, where none has
 * it any more, those that had it. A picture that no artwork has ever had is free. Unknown consent counts as a refusal.
 */
export const picturePermissionOf = (
  picture: Pick<PictureRecord, 'erased'>,
  holders: readonly HolderWithArtwork[],
  now: Date,
  site: Site,
): PicturePermission => {
  if (picture.erased) return { refusal: reason('pictureErased') };
  const current = holders.filter(({ isFormer }) => !isFormer);
  const governing = current.length > 0 ? current : holders;
  for (const { artwork, exhibitionId } of governing) {
    if (!artwork) return { refusal: reason('pictureOfErasedArtwork') };
    const because = artworkBlockedReason(artwork, now, site);
    if (!because) continue;
    const { entryNumber } = artwork;
    return { refusal: reason('pictureOfEntry', { entryNumber, exhibitionId, because }) };
  }
  const ends = governing.flatMap(({ artwork }) => (artwork?.artist && consentEndOf(artwork.artist, site)) || []);
  const until = ends.sort()[0];
  return until ? { until } : {};
};

/** What the desk says now of showing a picture. */
export const readPicturePermission = async (
  picture: PictureRecord,
  now: Date,
  site: Site,
): Promise<PicturePermission> => picturePermissionOf(picture, await readHolders(picture.holders), now, site);
