import type { NumberedWork } from '../../../shared/desk/juries/numbered-works.ts';
import { signForJury, signRenditions } from '../../../shared/media/sign-renditions.ts';
import type { Picture } from '../../../shared/model/files/picture.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';

/**
 * The picture of a work as its jury sees it, where there is one already: while the rating is blind its address tells
 * nothing of the upload.
 */
export const juryPicture = async (
  { folder, isCopied }: Pick<NumberedWork, 'folder' | 'isCopied'>,
  { id, image }: Upload,
  isListed: boolean,
): Promise<Picture | undefined> => {
  if (!image || (folder !== undefined && !isCopied)) return undefined;
  const { placeholder, color, widths } = image;
  const shown = isListed ? { ...image, widths: widths.slice(0, 1) } : image;
  const renditions = folder === undefined ? await signRenditions(id, shown) : await signForJury(folder, shown);
  return { renditions, alt: '', placeholder, color };
};
