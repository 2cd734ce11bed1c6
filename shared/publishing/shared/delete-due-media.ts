import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { editionCheck, readEdition } from '../../desk/events/editions.ts';
import {
  deleteMediaDeletion,
  mediaDeletionRemoval,
  mediaDeletionWrite,
  readAllDueMediaDeletions,
  readDueMediaDeletions,
} from '../../desk/events/pending-media-deletions.ts';
import { type Edition, mediaEnd, mediaOf, type PublicMedia } from '../../model/edition.ts';
import { deleteFilesOf } from './delete-files-of.ts';

/**
 * Deletes the public files of images and documents of an event, and then the records that they must go. Where the edition shows one, since a
 * publication was interrupted when it was written already, its record is put right instead.
 */
export const deletePublicMedia = async (eventId: string, all: readonly PublicMedia[], now: Date): Promise<void> => {
  if (all.length === 0) return;
  const edition = await readEdition(eventId);
  const publication = edition?.publication;
  const gone: PublicMedia[] = [];
  for (const media of all) {
    const shown = publication && mediaOf(publication).find((one) => one.media === media.media);
    const end = shown && mediaEnd(shown, publication);
    if (edition && shown && (end === undefined || end > now.toISOString()))
      await correctRecord(eventId, media, end, edition);
    else gone.push(media);
  }
  await deleteFilesOf(`event-${eventId}`, { media: gone });
  for (const media of gone) await deleteMediaDeletion(eventId, media);
};

/** Says that media stay, or until when, unless another edition has followed, which may have ceased to show them. */
const correctRecord = async (
  eventId: string,
  media: PublicMedia,
  end: string | undefined,
  edition: Edition,
): Promise<void> => {
  const record = end ? mediaDeletionWrite(eventId, { media, dueAt: end }) : mediaDeletionRemoval(eventId, media);
  await writeTogether([editionCheck(eventId, edition), record]).catch((error: unknown) => {
    if (!(error instanceof ConditionsFailedError)) throw error;
  });
};

/** Deletes the media that withdrawn, replaced and interrupted publications of an event have left in public. */
export const deleteDueMedia = async (eventId: string, now: Date): Promise<void> => {
  await deletePublicMedia(eventId, await readDueMediaDeletions(eventId, now), now);
};

/** Deletes such media of all events; gives how many images and documents there were. */
export const deleteAllDueMedia = async (now: Date): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const due = await readAllDueMediaDeletions(now);
    if (due.length === 0) return deleted;
    const byEvent = Map.groupBy(due, ({ eventId }) => eventId);
    for (const [eventId, those] of byEvent)
      await deletePublicMedia(
        eventId,
        those.map(({ media }) => media),
        now,
      );
    deleted += due.length;
  }
};
