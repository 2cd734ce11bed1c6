import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import type { Holder, Picture } from '../../desk/uploads/pictures.ts';
import type { Artwork } from '../../model/artwork.ts';
import type { Site } from '../../model/site.ts';
import { obstacle } from '../exhibitions/artwork-gaps.ts';
import { shownUntil } from '../exhibitions/published-artwork.ts';

/** Whether a picture may be shown anywhere, until when (ISO 8601; for good, where absent), or why not, in words. */
export type Permission = { readonly until?: string | undefined } | { readonly refusal: string };

/** A holder of a picture with what the desk knows of the artwork; `undefined` where that is no more. */
export interface HeldBy extends Holder {
  readonly artwork: Artwork | undefined;
}

/** The holders of a picture with their artworks; that of `changed` is taken as it will be. */
export const readHolders = (holders: readonly Holder[], changed?: Artwork): Promise<HeldBy[]> =>
  Promise.all(
    holders.map(async (holder) => {
      const { exhibitionId, artworkId } = holder;
      const artwork = artworkId === changed?.id ? changed : await readArtwork(exhibitionId, artworkId);
      return { ...holder, artwork };
    }),
  );

/**
 * What the consent to its artworks allows with a picture: all of those that have it now must agree or, where none has it any more, those
 * that had it. What no artwork has ever had is free. What is not known counts as a no.
 */
export const permissionOf = (
  picture: Pick<Picture, 'erased'>,
  holders: readonly HeldBy[],
  now: Date,
  site: Site,
): Permission => {
  if (picture.erased) return { refusal: 'was erased together with an artwork: take another picture, or none' };
  const current = holders.filter(({ isFormer }) => !isFormer);
  const governing = current.length > 0 ? current : holders;
  for (const { artwork, exhibitionId } of governing) {
    const found = obstacle(artwork, now, site);
    if (!found) continue;
    const entry = artwork ? `entry ${artwork.entryNumber} of the exhibition ${exhibitionId}` : 'an artwork';
    return {
      refusal: `is the picture of ${entry}, which ${artwork ? found : 'is no more'}: take another picture or none, or enter the consent to it first`,
    };
  }
  const ends = governing.flatMap(({ artwork }) => (artwork?.artist && shownUntil(artwork.artist, site)) || []);
  const until = ends.sort()[0];
  return until ? { until } : {};
};

/** What the desk says now of showing a picture. */
export const readPermission = async (picture: Picture, now: Date, site: Site): Promise<Permission> =>
  permissionOf(picture, await readHolders(picture.holders), now, site);
