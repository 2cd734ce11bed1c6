import { readAllEvents } from '../../desk/events/all-events.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import { shownImagesOf } from '../../model/edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { uploadsOfTexts } from '../../model/text-pictures.ts';
import type { Upload } from '../../model/upload.ts';

/** Everything that has an upload now: the artwork whose image it is, what is public with it, and drafts. */
export const readUploadUses = async (upload: Upload, now: Date): Promise<FieldLocation[]> => {
  const places: FieldLocation[] = [];
  const artworkId = upload.artwork?.split('/')[1];
  if (artworkId) places.push({ kind: 'artwork', id: artworkId, field: 'uploadId' });
  const { shownIn } = await readPictureOf(upload.sha256, now);
  for (const place of shownIn) {
    const publication = (await readEdition(place.id))?.publication;
    if (publication && shownImagesOf(publication).some(({ uploadId }) => uploadId === upload.id)) places.push(place);
  }
  for await (const { id, pictures, translations } of readAllEvents()) {
    for (const [n, { uploadId }] of pictures.entries())
      if (uploadId === upload.id) places.push({ kind: 'event', id, field: `pictures.${n}.uploadId` });
    const field = uploadsOfTexts(translations).get(upload.id);
    if (field) places.push({ kind: 'event', id, field });
  }
  return places;
};
