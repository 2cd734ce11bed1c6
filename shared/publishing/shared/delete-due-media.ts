import {
  deleteMediaDeletion,
  readAllDueMediaDeletions,
  readDueMediaDeletions,
} from '../../desk/events/pending-media-deletions.ts';
import { deletePublishedMedia } from '../../media/publish-media.ts';
import type { PublishedImage } from '../../model/picture.ts';

/** Deletes the public media of an image, and then the record that they must go. */
export const deletePublicMedia = async (eventId: string, image: PublishedImage): Promise<void> => {
  await deletePublishedMedia(image);
  await deleteMediaDeletion(eventId, image);
};

/** Deletes the media that withdrawn, replaced and interrupted publications of an event have left in public. */
export const deleteDueMedia = async (eventId: string, now: Date): Promise<void> => {
  for (const image of await readDueMediaDeletions(eventId, now)) await deletePublicMedia(eventId, image);
};

/** Deletes such media of all events; gives how many images there were. */
export const deleteAllDueMedia = async (now: Date): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const due = await readAllDueMediaDeletions(now);
    if (due.length === 0) return deleted;
    for (const { eventId, image } of due) await deletePublicMedia(eventId, image);
    deleted += due.length;
  }
};
