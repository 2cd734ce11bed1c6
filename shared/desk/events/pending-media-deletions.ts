import { fromJson } from '../../aws/document.ts';
import { getItem, type Item, keyOf, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type PublishedImage, publishedImageSchema } from '../../model/picture.ts';
import { deskTable, listIndex } from '../store/table.ts';

/**
 * Public media that must be deleted: of a publication that was withdrawn or replaced, of one that ends by itself, or of
 * one that was begun but never completed. The record is written before the media can become orphans and deleted after
 * they are gone, so that after a crash in between every public file still has a record.
 */
interface PendingMediaDeletion {
  readonly image: PublishedImage;
  /** When they must be deleted, as ISO 8601. */
  readonly dueAt: string;
}

/** Longer than any publication can take (the function's timeout is 29 s), in milliseconds. */
const maxPublicationMs = 60_000;

/** When the media of a publication that begins now must be deleted, should it fail. */
export const publicationDeadline = (now: Date): string => new Date(now.getTime() + maxPublicationMs).toISOString();

/** The list of all records in the index, by when they are due. */
const list = 'LEFTOVERS';

const prefix = 'LEFTOVER#';

const key = (eventId: string, { media }: PublishedImage) => keyOf(`EVENT#${eventId}`, `${prefix}${media}`);

/** Records when the media of an image must be deleted, in place of an earlier record of them. */
export const mediaDeletionWrite = (eventId: string, { image, dueAt }: PendingMediaDeletion): Write =>
  putWrite(deskTable, {
    ...key(eventId, image),
    // The image alone, without what a publication says beside it.
    image: { S: JSON.stringify(publishedImageSchema.strip().parse(image)) },
    dueAt: { S: dueAt },
    listPk: { S: list },
    listSk: { S: `${dueAt}#${eventId}#${image.media}` },
  });

/** Writes such a record alone. */
export const saveMediaDeletion = async (eventId: string, deletion: PendingMediaDeletion): Promise<void> => {
  await writeItem(mediaDeletionWrite(eventId, deletion));
};

/** Deletes a record of media that have become part of a publication without an end. */
export const mediaDeletionRemoval = (eventId: string, image: PublishedImage): Write =>
  deleteWrite(deskTable, key(eventId, image));

export const deleteMediaDeletion = async (eventId: string, image: PublishedImage): Promise<void> => {
  await writeItem(mediaDeletionRemoval(eventId, image));
};

const dueImage = ({ dueAt, image }: Item, now: Date): PublishedImage | undefined =>
  (dueAt?.S ?? '') <= now.toISOString() ? fromJson(publishedImageSchema, image) : undefined;

/** The images of an event whose public media must be deleted now. */
export const readDueMediaDeletions = async (eventId: string, now: Date): Promise<PublishedImage[]> => {
  const range = { pk: `EVENT#${eventId}`, beginsWith: prefix };
  const { items } = await queryPage(deskTable, range, (item) => dueImage(item, now));
  return items.filter((image) => image !== undefined);
};

/** The images of all events whose public media must be deleted now, in batches. */
export const readAllDueMediaDeletions = async (now: Date): Promise<{ eventId: string; image: PublishedImage }[]> => {
  const range = { pk: list, index: listIndex, before: now.toISOString(), limit: 100 };
  const { items } = await queryPage(deskTable, range);
  const found = await Promise.all(
    items.map(async ({ pk, sk }) => {
      // The index may lag: the record itself says whether its media have become part of a publication.
      const image = await getItem(deskTable, keyOf(pk?.S ?? '', sk?.S ?? ''), (item) => dueImage(item, now));
      return image && { eventId: pk?.S?.slice('EVENT#'.length) ?? '', image };
    }),
  );
  return found.filter((one) => one !== undefined);
};
