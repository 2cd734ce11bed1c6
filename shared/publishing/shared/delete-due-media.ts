import { Attempts } from '../../async/attempts.ts';
import { UnreadableItemsError } from '../../aws/read-each.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { editionCheck, readEdition } from '../../desk/events/editions.ts';
import {
  type DueMedia,
  deleteMediaDeletion,
  dueMediaDeletions,
  mayBeUnderWay,
  mediaDeletionRemoval,
  mediaDeletionWrite,
  readDueMediaDeletions,
} from '../../desk/events/pending-media-deletions.ts';
import { type Edition, mediaEnd, mediaOf, type PublicMedia } from '../../model/publication/edition.ts';
import { deleteFilesOf } from './delete-files-of.ts';

/**
 * Deletes the public files of images and documents of an event, and then the records that they must go. Where the
 * edition shows one, since a publication was interrupted when it was written already, its record is put right instead.
 */
export const deletePublicMedia = async (eventId: string, all: readonly DueMedia[], now: Date): Promise<void> => {
  if (all.length === 0) return;
  const edition = await readEdition(eventId);
  const publication = edition?.publication;
  const gone: PublicMedia[] = [];
  for (const due of all) {
    const { media } = due;
    const shown = publication && mediaOf(publication).find((one) => one.media === media.media);
    const end = shown && mediaEnd(shown, publication);
    if (edition && shown && (end === undefined || end > now.toISOString()))
      await correctRecord(eventId, due, { end, edition, now });
    else gone.push(media);
  }
  await deleteFilesOf(`event-${eventId}`, { media: gone });
  for (const media of gone) await deleteMediaDeletion(eventId, media);
};

interface Shown {
  /** Until when the edition shows the media; `undefined` for good. */
  readonly end: string | undefined;
  readonly edition: Edition;
  readonly now: Date;
}

/**
 * Says that media stay, or until when, unless another edition has followed, which may have ceased to show them. A
 * record of the last minutes stays as it is: an act may have written it that is about to withdraw them, and that would
 * leave them behind if it broke off.
 */
const correctRecord = async (
  eventId: string,
  { media, dueAt }: DueMedia,
  { end, edition, now }: Shown,
): Promise<void> => {
  if (dueAt === undefined || mayBeUnderWay(dueAt, now)) return;
  const record = end
    ? mediaDeletionWrite(eventId, { media, dueAt: end }, dueAt)
    : mediaDeletionRemoval(eventId, media, dueAt);
  await writeTogether([editionCheck(eventId, edition), record]).catch((error: unknown) => {
    if (!(error instanceof ConditionsFailedError)) throw error;
  });
};

/**
 * Deletes the media that withdrawn, replaced and interrupted publications of an event have left in public. Throws
 * `UnreadableItemsError` where a record cannot be read, after it has dealt with the others.
 */
export const deleteDueMedia = async (eventId: string, now: Date): Promise<void> => {
  const { found, unreadable } = await readDueMediaDeletions(eventId, now);
  await deletePublicMedia(eventId, found, now);
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
};

/**
 * Deletes such media of all events; gives how many images and documents there were. What fails of one event keeps no
 * other from being dealt with, and is thrown at the end.
 */
export const deleteAllDueMedia = async (now: Date): Promise<number> => {
  const attempts = new Attempts();
  let deleted = 0;
  for await (const { found, unreadable } of dueMediaDeletions(now)) {
    for (const [eventId, those] of Map.groupBy(found, (due) => due.eventId)) {
      await attempts.make(async () => {
        await deletePublicMedia(eventId, those, now);
        deleted += those.length;
      }, `Media of the event ${eventId} could not be deleted.`);
    }
    if (unreadable.length > 0) attempts.fail(new UnreadableItemsError(unreadable));
  }
  attempts.end('Media of some events could not be deleted.');
  return deleted;
};
