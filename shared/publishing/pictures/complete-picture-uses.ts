import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { readPicture } from '../../desk/uploads/pictures.ts';
import { settlePicture } from '../../desk/uploads/unsettled-pictures.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Site } from '../../model/site/site.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import type { PictureUseChanges } from './apply-artwork-to-picture-uses.ts';
import { reconcilePicture } from './reconcile-picture.ts';

/** Most items that DynamoDB writes together. */
const most = 100;

/**
 * What the desk writes of an artwork itself: its version, its number and image with their former ones, and the audit
 * entry.
 */
const ofArtwork = 8;

const isDue = ({ Put }: Write): boolean => Put?.Item?.sk?.S === 'DUE';

/** Which item a write is about. */
const keyTextOf = ({ Put, Update, Delete, ConditionCheck }: Write): string => {
  const { TableName, ...of } = Put ?? Update ?? Delete ?? ConditionCheck ?? { TableName: undefined };
  const { pk, sk } = ('Item' in of ? of.Item : 'Key' in of ? of.Key : undefined) ?? {};
  return [TableName, pk?.S, sk?.S].join(' ');
};

/** How many former pictures are written at the same time. */
const concurrency = 8;

/**
 * Writes what must be written of former pictures before an action on their artwork. Throws `ConditionsFailedError` with
 * `edition` where the caller must read again; what has been written by then is written again, or left as it is.
 */
export const writeFirst = async ({ first }: PictureUseChanges): Promise<void> => {
  await mapWithConcurrency(first, concurrency, writeTogether);
};

/** The writes of an action on an artwork, with those on its pictures: as many places as fit. */
export const withPictureUseWrites = (own: readonly Write[], { writes, changes }: PictureUseChanges): Write[] => {
  // One record is enough to say that an exhibition must be reconciled.
  const all = [...own, ...(own.some(isDue) ? writes.filter((write) => !isDue(write)) : writes)];
  for (const change of changes) {
    if (all.length + change.writes.length + ofArtwork > most) break;
    // Two pictures of one exhibition, or one of the artwork's own: a transaction writes an item once.
    const keys = new Set(all.map(keyTextOf));
    if (!change.writes.some((write) => keys.has(keyTextOf(write)))) all.push(...change.writes);
  }
  return all;
};

/**
 * What remains to be done after an action on an artwork: the places that its transaction had no room for, and the
 * public files of all. Where it is interrupted, the publisher continues (`DUE`), and the hourly maintenance deletes
 * files. Those of exhibitions are left to the publisher.
 */
export const completePictureUses = async (
  { hashes, removedFrom, unsettled }: PictureUseChanges,
  {
    act: context,
    site,
    because,
  }: { readonly act: ActionContext; readonly site: Site; readonly because: FieldLocation },
): Promise<void> => {
  const settled = await mapWithConcurrency(unsettled, concurrency, async (picture) => {
    await settlePicture(picture);
    const { shownIn } = await readPicture(picture.hash, context.now);
    return shownIn.length > 0 ? [picture.hash] : [];
  });
  for (const hash of new Set([...hashes, ...settled.flat()]))
    await reconcilePicture(hash, { act: context, site, because });
  for (const { kind, id } of removedFrom) if (kind === 'event') await deleteDueMedia(id, context.now);
};
