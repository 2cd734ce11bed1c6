import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { type ShownPictures, shownImagesOf } from '../../model/publication/edition.ts';

const hashesOf = async (named: readonly { readonly uploadId: string }[]): Promise<(string | undefined)[]> => {
  const uploads = await readUploads(named.map(({ uploadId }) => uploadId));
  return Promise.all(
    named.map(async ({ uploadId }) => {
      const upload = uploads.get(uploadId);
      return upload && pictureHash(upload.sha256);
    }),
  );
};

/**
 * The hash of each picture that a publication shows, in the order of `shownImagesOf`; `undefined` for one whose upload
 * was deleted.
 */
export const hashesOfPictures = (publication: ShownPictures): Promise<(string | undefined)[]> =>
  hashesOf(shownImagesOf(publication));

/** The same of its pictures and its files. */
export const hashesOfMedia = (publication: ShownPictures): Promise<(string | undefined)[]> =>
  hashesOf([...shownImagesOf(publication), ...(publication.content.files ?? [])]);
