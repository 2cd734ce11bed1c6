import { deletePublishedDocument } from '../../media/document-files.ts';
import { deletePublishedMedia } from '../../media/publish-media.ts';
import { isDocument, type PublicMedia } from '../../model/edition.ts';

/** Deletes the public files of an image or a document; missing ones are ignored. */
export const deleteFilesOf = (media: PublicMedia): Promise<void> =>
  isDocument(media) ? deletePublishedDocument(media) : deletePublishedMedia(media);
