import { hash } from 'node:crypto';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { deletePictureFilesRecord, readPictureFiles, savePictureFiles } from '../../desk/exhibitions/picture-files.ts';
import { deletePublishedMedia, isPublished, publishMedia } from '../../media/publish-media.ts';
import { shownImagesOf } from '../../model/edition.ts';
import type { ExhibitionPublishing } from '../../model/exhibition.ts';
import type { AllowedPicture } from '../pictures/publish-pictures.ts';

/** How many pictures have their files copied, or deleted, at the same time. */
const concurrency = 4;

/**
 * The address of the files of a picture that is not public yet: made from the secret of the publication, so that
 * nobody can guess it, and a worker who does the same again comes to the same address.
 */
export const photographMedia =
  ({ secret }: Pick<ExhibitionPublishing, 'secret'>) =>
  (uploadId: string): string =>
    hash('sha256', `${secret}/picture/${uploadId}`, 'base64url').slice(0, 22);

/** Copies the files of photographs and of the pictures in texts, each recorded before. What is there already is left alone. */
export const publishPhotographs = async (
  id: string,
  allowed: readonly AllowedPicture[],
  signal: AbortSignal,
): Promise<void> => {
  const known = new Set((await readPictureFiles(id)).map(({ media }) => media));
  await mapWithConcurrency(allowed, concurrency, async ({ uploadId, image }) => {
    signal.throwIfAborted();
    if (!known.has(image.media)) await savePictureFiles(id, image);
    if (!(await isPublished(image))) await publishMedia(uploadId, image);
  });
};

/** Deletes the files of those that no edition shows any more. */
export const deleteUnusedPhotographs = async (id: string): Promise<void> => {
  const [edition, files] = await Promise.all([readExhibitionEdition(id), readPictureFiles(id)]);
  const publication = edition?.publication;
  const shown = new Set((publication ? shownImagesOf(publication) : []).map(({ media }) => media));
  const unused = files.filter(({ media }) => !shown.has(media));
  await mapWithConcurrency(unused, concurrency, async (image) => {
    await deletePublishedMedia(image);
    await deletePictureFilesRecord(id, image);
  });
};
