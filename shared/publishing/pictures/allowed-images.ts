import type { Publication, PublicImage } from '../../model/publication/edition.ts';
import type { AllowedPicture } from './publish-pictures.ts';

/**
 * The images of what may be public (see `wantedPictures`): those of the pictures, in their order, and those of texts
 * alone.
 */
export const allowedImages = (
  pictures: readonly unknown[],
  allowed: readonly AllowedPicture[],
): { images: PublicImage[]; textPictures: Pick<Publication, 'textPictures'> } => {
  const textPictures = allowed.slice(pictures.length).map(({ uploadId, image }) => ({ ...image, uploadId }));
  return {
    images: allowed.slice(0, pictures.length).map(({ image }) => image),
    textPictures: textPictures.length > 0 ? { textPictures } : {},
  };
};
