import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../aws/transaction.ts';
import { readFormerUploads } from '../../desk/exhibitions/former-uploads.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { externalPictureUseWrite } from '../../desk/uploads/external-picture-uses.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { holdingWrites, type PictureHolder, type PictureRecord, readPicture } from '../../desk/uploads/pictures.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/artwork.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Site } from '../../model/site.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { applyPermission } from './apply-permission.ts';
import type { PictureUseChange } from './apply-permission-to-event.ts';
import { indexAllPictures } from './index-pictures.ts';
import { type PicturePermission, picturePermissionOf, readHolders } from './picture-permission.ts';

/** An artwork before and after an action; without `next` it is erased, without `previous` it is entered. */
interface ArtworkChange {
  readonly previous?: Artwork | undefined;
  readonly next?: Artwork | undefined;
}

/** How an action on an artwork affects its pictures where they are shown outside its exhibition. */
export interface PictureUseChanges {
  /** Those that must be in the action's own transaction. */
  readonly writes: readonly Write[];
  /** One for each place: as many as fit go into the action's transaction, `reconcilePicture` does the others. */
  readonly changes: readonly PictureUseChange[];
  /** Where the public saw a picture that may no longer be shown. */
  readonly removedFrom: readonly FieldLocation[];
  /** The pictures that may still be shown elsewhere. */
  readonly hashes: readonly string[];
}

/** The bytes of an upload were erased together with another artwork: no artwork may have them as its image. */
class PictureErasedError extends ConflictError {
  constructor() {
    super([fieldError('uploadId', 'imageErased')]);
  }
}

/**
 * Applies a change of an artwork to every place that shows its picture: entered, given another image, another consent,
 * or erased. The writes belong in the transaction of the action; they are refused (`edition`) where a picture has been
 * published or entered elsewhere meanwhile, and the caller reads again. Throws `PictureErasedError`.
 */
export const applyArtworkToPictureUses = async (
  change: ArtworkChange,
  context: ActionContext,
  site: Site,
): Promise<PictureUseChanges> => {
  const { previous, next } = change;
  const artwork = next ?? previous;
  if (!artwork) return { writes: [], changes: [], removedFrom: [], hashes: [] };
  await indexAllPictures(site);
  const parts: PictureUseChanges[] = [];
  for (const { hash, isCurrent } of await picturesOf(change)) {
    const picture = await readPicture(hash, context.now);
    if (picture.erased && isCurrent) throw new PictureErasedError();
    parts.push(await applyToPicture(change, { picture, isCurrent }, context, site));
  }
  const isShown = parts.some(({ changes }) => changes.length > 0);
  return {
    writes: [
      ...parts.flatMap(({ writes }) => writes),
      ...(isShown ? [reconcileNowWrite(artwork.exhibitionId, context.now)] : []),
    ],
    changes: parts.flatMap(({ changes }) => changes),
    removedFrom: parts.flatMap(({ removedFrom }) => removedFrom),
    hashes: parts.flatMap(({ hashes }) => hashes),
  };
};

/** The pictures of an artwork: the one that it will have, and all that it had. */
const picturesOf = async ({ previous, next }: ArtworkChange): Promise<{ hash: string; isCurrent: boolean }[]> => {
  const former = previous ? await readFormerUploads(previous.exhibitionId, previous.id) : [];
  const ids = [next?.uploadId, previous?.uploadId, ...former].filter((id) => id !== undefined);
  const uploads = await readUploads(ids);
  const hashes = new Map<string, boolean>();
  for (const { id, sha256 } of uploads.values()) {
    const hash = await pictureHash(sha256);
    hashes.set(hash, (hashes.get(hash) ?? false) || id === next?.uploadId);
  }
  return [...hashes].map(([hash, isCurrent]) => ({ hash, isCurrent }));
};

const applyToPicture = async (
  { previous, next }: ArtworkChange,
  { picture, isCurrent }: { readonly picture: PictureRecord; readonly isCurrent: boolean },
  context: ActionContext,
  site: Site,
): Promise<PictureUseChanges> => {
  const { exhibitionId, id: artworkId } = (next ?? previous) as Artwork;
  const { hash } = picture;
  const others = picture.holders.filter((holder) => holder.artworkId !== artworkId);
  const before = picture.holders.find((holder) => holder.artworkId === artworkId);
  const mine: PictureHolder | undefined = next && { exhibitionId, artworkId, isFormer: !isCurrent };
  // A picture that another artwork rightly has stays with that one.
  const isErased = !next && others.every(({ isFormer }) => isFormer);
  const erased = isErased ? { exhibitionId, artworkId, erasedAt: context.now.toISOString() } : undefined;
  const permission: PicturePermission = picturePermissionOf(
    { erased },
    await readHolders([...others, ...(mine ? [mine] : [])], next),
    context.now,
    site,
  );
  const because: FieldLocation = { kind: 'artwork', id: artworkId, field: 'uploadId' };
  const changes: PictureUseChange[] = [];
  for (const place of picture.shownIn) {
    const changed = await applyPermission(place, hash, permission, { context, site, because });
    if (changed) changes.push(changed);
  }
  const isSame = isDeepStrictEqual([mine, previous?.artist, previous?.status], [before, next?.artist, next?.status]);
  if (isSame && changes.length === 0) return { writes: [], changes: [], removedFrom: [], hashes: [] };
  const removed = isErased ? picture.holders : before && !mine ? [before] : [];
  return {
    writes: [
      ...holdingWrites(picture, { set: mine, removed }, erased),
      ...(picture.shownIn.length > 0 ? [externalPictureUseWrite(exhibitionId, { artworkId, hash })] : []),
    ],
    changes,
    removedFrom: changes.filter(({ isRemoval }) => isRemoval).map(({ place }) => place),
    hashes: changes.length > 0 ? [hash] : [],
  };
};
