import { readArtwork } from '../../../shared/desk/exhibitions/artworks.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { signRenditions } from '../../../shared/media/sign-renditions.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { coverPictureOf } from '../../../shared/model/exhibitions/exhibition-edition.ts';
import type { Picture } from '../../../shared/model/files/picture.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';

/**
 * The upload that stands for an exhibition, as for readers: the chosen picture, else the first work, else the first
 * photograph.
 */
const coverUploadOf = async (exhibition: Exhibition): Promise<string | undefined> => {
  const { id, pictures, cover, selection } = exhibition;
  const chosen = pictures[coverPictureOf(exhibition)]?.uploadId;
  if (chosen) return chosen;
  // Which works are chosen says something of whose they are.
  const artworkId = isBlind(exhibition) ? undefined : (cover?.artworkId ?? selection?.artworkIds[0]);
  const artwork = artworkId ? await readArtwork(id, artworkId) : undefined;
  return artwork?.uploadId ?? pictures[0]?.uploadId;
};

/** The pictures that stand for exhibitions, by their ids, each in its smallest form. */
export const readCoverImages = async (exhibitions: readonly Exhibition[]): Promise<Map<string, Picture>> => {
  const covers = await Promise.all(
    exhibitions.map(async (exhibition) => ({ id: exhibition.id, uploadId: await coverUploadOf(exhibition) })),
  );
  const uploads = await readUploads(covers.flatMap(({ uploadId }) => uploadId ?? []));
  const found = await Promise.all(
    covers.map(async ({ id, uploadId = '' }): Promise<[string, Picture][]> => {
      const image = uploads.get(uploadId)?.image;
      if (!image) return [];
      const { placeholder, color, widths } = image;
      const renditions = await signRenditions(uploadId, { ...image, widths: widths.slice(0, 1) });
      return [[id, { renditions, alt: '', placeholder, color }]];
    }),
  );
  return new Map(found.flat());
};
