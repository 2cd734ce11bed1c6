import { readEdition } from '../../desk/events/editions.ts';
import {
  deleteMediaDeletion,
  readAllDueMediaDeletions,
  readDueMediaDeletions,
  saveMediaDeletion,
} from '../../desk/events/pending-media-deletions.ts';
import { deletePublishedMedia } from '../../media/publish-media.ts';
import { allImagesOf, imageEnd } from '../../model/edition.ts';
import type { PublishedImage } from '../../model/picture.ts';

/**
 * Deletes the public media of an image, and then the record that they must go. Where the edition shows it, since a
 * publication was interrupted when it was written already, the record is put right instead.
 */
export const deletePublicMedia = async (eventId: string, image: PublishedImage, now: Date): Promise<void> => {
  const publication = (await readEdition(eventId))?.publication;
  const shown = publication && allImagesOf(publication).find(({ media }) => media === image.media);
  const end = shown && imageEnd(shown, publication);
  if (shown && end === undefined) return deleteMediaDeletion(eventId, image);
  if (shown && end !== undefined && end > now.toISOString()) {
    return saveMediaDeletion(eventId, { image, dueAt: end });
  }
  await deletePublishedMedia(image);
  await deleteMediaDeletion(eventId, image);
};

/** Deletes the media that withdrawn, replaced and interrupted publications of an event have left in public. */
export const deleteDueMedia = async (eventId: string, now: Date): Promise<void> => {
  for (const image of await readDueMediaDeletions(eventId, now)) await deletePublicMedia(eventId, image, now);
};

/** Deletes such media of all events; gives how many images there were. */
export const deleteAllDueMedia = async (now: Date): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const due = await readAllDueMediaDeletions(now);
    if (due.length === 0) return deleted;
    for (const { eventId, image } of due) await deletePublicMedia(eventId, image, now);
    deleted += due.length;
  }
};
