import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { type PictureRecord, readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { Event } from '../../model/events/event.ts';
import { type TextsWithPictures, uploadsOfTexts } from '../../model/files/text-pictures.ts';

/** How many pictures are read at the same time. */
const concurrency = 8;

/** What the desk knows of the pictures of an event or an exhibition and its texts, of those whose uploads are there. */
export const readPictureRecords = async (
  { pictures, translations }: Pick<Event, 'pictures'> & { readonly translations: TextsWithPictures },
  now: Date,
): Promise<PictureRecord[]> => {
  const uploads = await readUploads([
    ...pictures.map(({ uploadId }) => uploadId),
    ...uploadsOfTexts(translations).keys(),
  ]);
  return mapWithConcurrency([...uploads.values()], concurrency, ({ sha256 }) => readPictureOf(sha256, now));
};
