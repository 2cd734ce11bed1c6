import { readAllEvents } from '../../desk/events/all-events.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import type { Event } from '../../model/events/event.ts';
import { type TextsWithPictures, uploadsOfTexts } from '../../model/files/text-pictures.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { placesOf, readShownPublication } from './listed-upload-uses.ts';

/** Everything that has an upload now: the artwork whose image it is, what is public with it, and drafts. */
export const readUploadUses = async (upload: Upload, now: Date): Promise<FieldLocation[]> => {
  const places: FieldLocation[] = [];
  const artworkId = upload.artwork?.split('/')[1];
  if (artworkId) places.push({ kind: 'artwork', id: artworkId, field: 'uploadId' });
  const { shownIn } = await readPictureOf(upload.sha256, now);
  for (const place of shownIn) {
    const publication = await readShownPublication(place);
    if (publication) places.push(...placesOf(upload, publication, place));
  }
  type Draft = Pick<Event, 'id' | 'pictures'> & Partial<Pick<Event, 'files'>>;
  const draft = (
    kind: 'event' | 'exhibition',
    { id, pictures, files = [], translations }: Draft & { readonly translations: TextsWithPictures },
  ): FieldLocation[] => {
    const field = uploadsOfTexts(translations).get(upload.id);
    const listed = Object.entries({ pictures, files }).flatMap(([list, all]) =>
      all.flatMap(({ uploadId }, n) => (uploadId === upload.id ? [`${list}.${n}.uploadId`] : [])),
    );
    return [...listed, ...(field ? [field] : [])].map((path) => ({ kind, id, field: path }));
  };
  for await (const event of readAllEvents()) places.push(...draft('event', event));
  for (const exhibition of await readAllExhibitions()) places.push(...draft('exhibition', exhibition));
  return places;
};
