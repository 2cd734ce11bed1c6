import { readEdition } from '../../desk/events/editions.ts';
import { readEventUses } from '../../desk/uploads/event-uses.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import { type Publication, shownImagesOf } from '../../model/edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Upload } from '../../model/upload.ts';

/**
 * Where an upload is used, for people to look at: the artwork whose image it is, the working copies of events, and the
 * events that the public sees with it though their working copies have another picture by now. It may lag by a moment;
 * what erases an upload asks `readUploadUses`.
 */
export const readListedUses = async (upload: Upload, now: Date): Promise<FieldLocation[]> => {
  const artworkId = upload.artwork?.split('/')[1];
  const events = await readEventUses(upload.id);
  const { shownIn } = await readPictureOf(upload.sha256, now);
  const others = shownIn.filter(({ kind, id }) => kind !== 'event' || !events.some((one) => one.id === id));
  const published = await Promise.all(
    others.map(async (place) => {
      const publication = (await readEdition(place.id))?.publication;
      return publication ? placesOf(upload, publication, place) : [];
    }),
  );
  return [
    ...(artworkId ? [{ kind: 'artwork', id: artworkId, field: 'uploadId' } as const] : []),
    ...events,
    ...published.flat(),
  ];
};

/** Where a publication shows an upload: in the place of its pictures, or of its files. */
export const placesOf = ({ id }: Upload, publication: Publication, place: FieldLocation): FieldLocation[] => [
  ...(shownImagesOf(publication).some(({ uploadId }) => uploadId === id) ? [place] : []),
  ...(publication.content.files.some(({ uploadId }) => uploadId === id) ? [{ ...place, field: 'files' }] : []),
];
