import type { Write } from '../../aws/transaction.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Site } from '../../model/site.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import type { PictureUseChanges } from './apply-artwork-to-picture-uses.ts';
import { reconcilePicture } from './reconcile-picture.ts';

/** Most items that DynamoDB writes together. */
const most = 100;

/** What the desk writes of an artwork itself: its version, its number and image with their former ones, and the audit entry. */
const ofArtwork = 8;

const isDue = ({ Put }: Write): boolean => Put?.Item?.sk?.S === 'DUE';

/** The writes of an act on an artwork, with those on its pictures: as many places as there is room for. */
export const withPictureUseWrites = (own: readonly Write[], { writes, changes }: PictureUseChanges): Write[] => {
  // One record says that an exhibition must be looked after.
  const all = [...own, ...(own.some(isDue) ? writes.filter((write) => !isDue(write)) : writes)];
  for (const change of changes) {
    if (all.length + change.writes.length + ofArtwork > most) break;
    all.push(...change.writes);
  }
  return all;
};

/**
 * What follows an act on an artwork: the places that its transaction had no room for, and the public files of all. Where it breaks off, the
 * publisher goes on (`DUE`), and the hourly upkeep deletes files.
 */
export const completePictureUses = async (
  { hashes, removedFrom }: PictureUseChanges,
  {
    act: context,
    site,
    because,
  }: { readonly act: ActionContext; readonly site: Site; readonly because: FieldLocation },
): Promise<void> => {
  for (const hash of hashes) await reconcilePicture(hash, { act: context, site, because });
  for (const { id } of removedFrom) await deleteDueMedia(id, context.now);
};
