import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { type Publication, shownImagesOf } from '../../model/edition.ts';

/**
 * The hash of each picture that a publication shows, in the order of `shownImagesOf`; `undefined` for one whose upload was deleted.
 */
export const hashesOfPictures = async (publication: Publication): Promise<(string | undefined)[]> => {
  const shown = shownImagesOf(publication);
  const uploads = await readUploads(shown.map(({ uploadId }) => uploadId));
  return Promise.all(
    shown.map(async ({ uploadId }) => {
      const upload = uploads.get(uploadId);
      return upload && pictureHash(upload.sha256);
    }),
  );
};
