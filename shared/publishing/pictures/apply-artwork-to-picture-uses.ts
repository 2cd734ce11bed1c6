import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../aws/transaction.ts';
import { readFormerUploads } from '../../desk/exhibitions/former-uploads.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { externalPictureUseWrite } from '../../desk/uploads/external-picture-uses.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { holdingWrites, type PictureHolder, type PictureRecord, readPicture } from '../../desk/uploads/pictures.ts';
import {
  type UnsettledPicture,
  unsettledPicture,
  unsettledPictureWrite,
} from '../../desk/uploads/unsettled-pictures.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Site } from '../../model/site/site.ts';
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
  /** Transactions that must be made before the action's own: of former pictures that it has no room for. */
  readonly first: readonly (readonly Write[])[];
  /** Those that must be in the action's own transaction. */
  readonly writes: readonly Write[];
  /** One for each place: as many as fit go into the action's transaction, `reconcilePicture` does the others. */
  readonly changes: readonly PictureUseChange[];
  /** Where the public saw a picture that may no longer be shown. */
  readonly removedFrom: readonly FieldLocation[];
  /** The pictures that may still be shown elsewhere. */
  readonly hashes: readonly string[];
  /** Former pictures that something may be published with meanwhile: they must be settled after the action. */
  readonly unsettled: readonly UnsettledPicture[];
}

/** Of an artwork whose pictures are shown and held nowhere else. */
export const noPictureUseChanges: PictureUseChanges = {
  first: [],
  writes: [],
  changes: [],
  removedFrom: [],
  hashes: [],
  unsettled: [],
};

/**
 * How many former pictures of an artwork an action writes in its own transaction, with up to three writes for each: if
 * there are more, all are written before or after it, so that no number of replaced pictures keeps consent from being
 * withdrawn.
 */
const mostFormerTogether = 10;

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
  if (!artwork) return noPictureUseChanges;
  await indexAllPictures(site);
  const parts: PictureUseChanges[] = [];
  const pictures = await picturesOf(change);
  const areApart = pictures.filter(({ isFormer }) => isFormer).length > mostFormerTogether;
  for (const { hash, isCurrent, isFormer } of pictures) {
    const picture = await readPicture(hash, context.now);
    if (picture.erased && isCurrent) throw new PictureErasedError();
    parts.push(await applyToPicture(change, { picture, isCurrent, isApart: areApart && isFormer }, context, site));
  }
  const isDue = parts.some(({ changes, unsettled }) => changes.length + unsettled.length > 0);
  return {
    first: parts.flatMap(({ first }) => first),
    writes: [
      ...parts.flatMap(({ writes }) => writes),
      ...(isDue ? [reconcileNowWrite(artwork.exhibitionId, context.now)] : []),
    ],
    changes: parts.flatMap(({ changes }) => changes),
    removedFrom: parts.flatMap(({ removedFrom }) => removedFrom),
    hashes: parts.flatMap(({ hashes }) => hashes),
    unsettled: parts.flatMap(({ unsettled }) => unsettled),
  };
};

interface PictureOfArtwork {
  readonly hash: string;
  /** True for the one that it will have. */
  readonly isCurrent: boolean;
  /** True for those that it has had before, and neither has now nor will have. */
  readonly isFormer: boolean;
}

/** The pictures of an artwork: the one that it will have, and all that it had. */
const picturesOf = async ({ previous, next }: ArtworkChange): Promise<PictureOfArtwork[]> => {
  const former = previous ? await readFormerUploads(previous.exhibitionId, previous.id) : [];
  const ids = [next?.uploadId, previous?.uploadId, ...former].filter((id) => id !== undefined);
  const uploads = await readUploads(ids);
  const pictures = new Map<string, PictureOfArtwork>();
  for (const { id, sha256 } of uploads.values()) {
    const hash = await pictureHash(sha256);
    const { isCurrent = false, isFormer = true } = pictures.get(hash) ?? {};
    pictures.set(hash, {
      hash,
      isCurrent: isCurrent || id === next?.uploadId,
      isFormer: isFormer && id !== next?.uploadId && id !== previous?.uploadId,
    });
  }
  return [...pictures.values()];
};

interface PictureToApply {
  readonly picture: PictureRecord;
  readonly isCurrent: boolean;
  /** True if it is not written in the transaction of the action. */
  readonly isApart: boolean;
}

const applyToPicture = async (
  { previous, next }: ArtworkChange,
  { picture, isCurrent, isApart }: PictureToApply,
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
  if (isSame && changes.length === 0) return noPictureUseChanges;
  const removed = isErased ? picture.holders : before && !mine ? [before] : [];
  const external = picture.shownIn.length > 0 ? [externalPictureUseWrite(exhibitionId, { artworkId, hash })] : [];
  const shown = {
    changes,
    removedFrom: changes.filter(({ isRemoval }) => isRemoval).map(({ place }) => place),
    hashes: changes.length > 0 ? [hash] : [],
  };
  if (!isApart) {
    const writes = [...holdingWrites(picture, { set: mine, removed }, erased), ...external];
    return { ...noPictureUseChanges, ...shown, writes };
  }
  if (!next) {
    // An attempt before this one may have written it, before it had to read the rest again.
    const isWritten = !before && (!isErased || picture.erased?.artworkId === artworkId);
    const first = isWritten ? [] : [[...holdingWrites(picture, { removed }, erased), ...external]];
    return { ...noPictureUseChanges, ...shown, first };
  }
  const unsettled = unsettledPicture({ exhibitionId, artworkId, hash }, context.now);
  // It is known as a former one already; what the consent to it is, the artwork says.
  const first = [
    [unsettledPictureWrite(unsettled), ...(before ? [] : holdingWrites(picture, { set: mine })), ...external],
  ];
  return { ...noPictureUseChanges, ...shown, first, unsettled: [unsettled] };
};
