import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readStoredOfEntry } from '../../../shared/desk/consent/read-stored-of-entry.ts';
import { fromWalkCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { readRendition } from '../../../shared/media/read-rendition.ts';
import { artworkContentOf } from '../../../shared/model/exhibitions/artwork.ts';
import { renditionsOf } from '../../../shared/model/files/picture.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';
import { findPassages } from '../../../shared/publishing/consent/find-passages.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** The narrowest width at which a drawing is still seen well, in pixels. */
const enough = 600;

/** A picture as JPEG, wide enough to be seen well, or as wide as there is. */
const imageOf = async ({ id, image }: Upload): Promise<{ image?: string }> => {
  const jpegs = image ? renditionsOf(image).filter(({ type }) => type === 'image/jpeg') : [];
  const sorted = jpegs.toSorted((one, other) => one.width - other.width);
  const chosen = sorted.find(({ width }) => width >= enough) ?? sorted.at(-1);
  return chosen ? { image: await readRendition(id, chosen.file) } : {};
};

export const createAccessDocument: StaffHandlers['createAccessDocument'] = async ({ params }, call) => {
  const entry = { exhibitionId: params.id, artworkId: params.artworkId };
  const { exhibition, artwork, shown, uploads, ratings, forms, audit } = await readStoredOfEntry(entry, actorOf(call));
  const { uploadId: _, ...content } = artworkContentOf(artwork);
  return {
    body: {
      ...{ writtenAt: call.now.toISOString(), exhibitionTitle: displayTitle(exhibition.translations) },
      entry: { ...content, entryNumber: artwork.entryNumber },
      ...{ enteredAt: artwork.createdAt, changedAt: artwork.updatedAt, isPublic: shown !== undefined },
      ...(shown?.artist.name !== undefined && { publicName: shown.artist.name }),
      pictures: await Promise.all(
        uploads.map(async (upload) => ({
          ...{ fileName: upload.fileName, contentLength: upload.contentLength, createdAt: upload.createdAt },
          ...(await imageOf(upload)),
        })),
      ),
      // Who has given them is of the jurors, and not of the person; the same holds for those who have acted.
      ratings: ratings.map(({ score, comment }) => ({ score, ...(comment && { comment }) })),
      forms: forms.map(({ contentType, contentLength, createdAt }) => ({ contentType, contentLength, createdAt })),
      acts: audit.map(({ createdAt, action }) => ({ createdAt, action })),
    },
  };
};

export const lookUpAccessTexts: StaffHandlers['lookUpAccessTexts'] = async ({ params, body: { cursor } }, call) => {
  const list = `ACCESS-TEXTS#${params.artworkId}`;
  const { texts, files, last } = await findPassages(
    { exhibitionId: params.id, artworkId: params.artworkId, after: fromWalkCursor(list, cursor) },
    actorOf(call),
  );
  return {
    body: {
      texts: texts.map(({ place, isPublic, passages, exhibitionId, titles }) => ({
        ...{ place, isPublic, passages: [...passages], displayTitle: displayTitle(titles) },
        ...(exhibitionId && { exhibitionId }),
      })),
      files: [...files],
      ...(last && { nextCursor: toCursor(list, last) }),
    },
  };
};
