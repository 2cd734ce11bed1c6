import type { EventPicture } from '../../model/events/event-picture.ts';
import { type ShownPictures, shownImagesOf } from '../../model/publication/edition.ts';
import type { StoredTextPicture } from '../../showcase/store/text-picture.ts';
import type { RenderedBody } from '../markdown/render-markdown.ts';

/**
 * The pictures of a text with the images by which a publication shows them, and with the credit of the same picture
 * outside the text. Those that it does not show, since consent to them was withdrawn, are left out.
 */
export const storedTextPictures = (
  pictures: RenderedBody['pictures'],
  publication: Omit<ShownPictures, 'content'> & { readonly content: { readonly pictures: readonly EventPicture[] } },
): StoredTextPicture[] => {
  if (pictures.length === 0) return [];
  const images = new Map(shownImagesOf(publication).map((image) => [image.uploadId, image]));
  return pictures.flatMap((picture) => {
    const image = images.get(picture.uploadId);
    const credit = publication.content.pictures.find(({ uploadId }) => uploadId === picture.uploadId)?.credit;
    return image ? [{ ...picture, ...image, ...(credit && { credit }) }] : [];
  });
};
