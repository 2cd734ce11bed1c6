import { deletePublishedDocument } from '../../media/document-files.ts';
import { deletePublishedImages } from '../../media/publish-media.ts';
import { isDocument, type PublicMedia } from '../../model/edition.ts';

/** Deletes the public files of images and documents; missing ones are ignored. */
export const deleteFilesOf = async (media: readonly PublicMedia[]): Promise<void> => {
  await deletePublishedImages(media.flatMap((one) => (isDocument(one) ? [] : [one])));
  for (const one of media) if (isDocument(one)) await deletePublishedDocument(one);
};
