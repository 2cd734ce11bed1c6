import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readUploadUsers } from '../../desk/uploads/event-uses.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { type ShownPictures, shownImagesOf } from '../../model/publication/edition.ts';

/**
 * Where an upload is used, for people to look at: the artwork whose image it is, the working copies of events and
 * exhibitions, and those that the public sees with it though their working copies have another picture by now. It may
 * lag by a moment; what erases an upload asks `readUploadUses`.
 */
export const readListedUses = async (upload: Upload, now: Date): Promise<FieldLocation[]> => {
  const artworkId = upload.artwork?.split('/')[1];
  const working = await readUploadUsers(upload.id);
  const { shownIn } = await readPictureOf(upload.sha256, now);
  const others = shownIn.filter(({ id }) => !working.some((one) => one.id === id));
  const published = await Promise.all(
    others.map(async (place) => {
      const publication = await readShownPublication(place);
      return publication ? placesOf(upload, publication, place) : [];
    }),
  );
  return [
    ...(artworkId ? [{ kind: 'artwork', id: artworkId, field: 'uploadId' } as const] : []),
    ...working,
    ...published.flat(),
  ];
};

/** What the public sees of an event or an exhibition; `undefined` where it sees nothing. */
export const readShownPublication = async ({
  kind,
  id,
}: Pick<FieldLocation, 'kind' | 'id'>): Promise<ShownPictures | undefined> =>
  (kind === 'exhibition' ? await readExhibitionEdition(id) : await readEdition(id))?.publication;

/** Where a publication shows an upload: in the place of its pictures, or of its files. */
export const placesOf = ({ id }: Upload, publication: ShownPictures, place: FieldLocation): FieldLocation[] => [
  ...(shownImagesOf(publication).some(({ uploadId }) => uploadId === id) ? [place] : []),
  ...(publication.content.files?.some(({ uploadId }) => uploadId === id) ? [{ ...place, field: 'files' }] : []),
];
