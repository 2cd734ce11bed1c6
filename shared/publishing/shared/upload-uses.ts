import { readAllEvents } from '../../desk/events/all-events.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { uploadsOfTexts } from '../../model/text-pictures.ts';
import type { Upload } from '../../model/upload.ts';
import { placesOf } from './listed-upload-uses.ts';

/** Everything that has an upload now: the artwork whose image it is, what is public with it, and drafts. */
export const readUploadUses = async (upload: Upload, now: Date): Promise<FieldLocation[]> => {
  const places: FieldLocation[] = [];
  const artworkId = upload.artwork?.split('/')[1];
  if (artworkId) places.push({ kind: 'artwork', id: artworkId, field: 'uploadId' });
  const { shownIn } = await readPictureOf(upload.sha256, now);
  for (const place of shownIn) {
    const publication = (await readEdition(place.id))?.publication;
    if (publication) places.push(...placesOf(upload, publication, place));
  }
  for await (const { id, translations, ...event } of readAllEvents()) {
    for (const list of ['pictures', 'files'] as const)
      for (const [n, { uploadId }] of event[list].entries())
        if (uploadId === upload.id) places.push({ kind: 'event', id, field: `${list}.${n}.uploadId` });
    const field = uploadsOfTexts(translations).get(upload.id);
    if (field) places.push({ kind: 'event', id, field });
  }
  return places;
};
