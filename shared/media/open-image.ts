import sharp, { type Metadata, type Sharp } from 'sharp';
import { widthsFor } from '../model/files/picture.ts';
import type { ReadableType } from '../model/files/upload.ts';
import { maxImagePixels, pixelLimit } from './pixel-limit.ts';
import { RejectedFileError } from './rejected-file-error.ts';

// libvips reads far more than scans: SVG, PDF, scientific formats. Each blocked reader means less to attack.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

const heic = 'image/heic';

/** What phones announce HEIC as. */
const heicTypes: readonly string[] = [heic, 'image/heif'];

/** The types of sharp's formats that staff may upload. */
const typeOfFormat: Readonly<Record<string, ReadableType>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  heif: 'image/avif',
};

/**
 * Opens an image from its bytes; of an animation or of several pages the first, of an AVIF the primary one, which
 * browsers show, unless `page` names another.
 */
export const openImage = (bytes: Buffer, failOn: 'error' | 'warning' = 'error', page?: number): Sharp =>
  sharp(bytes, { limitInputPixels: maxImagePixels, failOn, page });

// Because of patents, the library's binaries cannot decode HEVC, only its container.
const isHevc = ({ format, compression }: Metadata): boolean => format === 'heif' && compression !== 'av1';

/** The media type of an image by its metadata; sharp's own name where staff may not upload that type. */
export const typeOfImage = (metadata: Metadata): string =>
  isHevc(metadata) ? heic : (typeOfFormat[metadata.format] ?? metadata.format);

/** The media type of an image that can be read; throws where it cannot. */
export const readableTypeOf = async (bytes: Buffer): Promise<ReadableType> => {
  const metadata = await openImage(bytes).metadata();
  const type = typeOfFormat[metadata.format];
  if (!type || isHevc(metadata)) throw new RejectedFileError('not-an-image');
  return type;
};

const tooManyPixels = (limit: number) =>
  new RejectedFileError('too-many-pixels', { params: { megapixels: Math.floor(limit / 1_000_000) } });

const metadataOf = async (bytes: Buffer, declaredType: string): Promise<Metadata> => {
  try {
    return await openImage(bytes).metadata();
  } catch (cause) {
    if (/pixel limit/i.test(String(cause))) throw tooManyPixels(maxImagePixels);
    throw new RejectedFileError(heicTypes.includes(declaredType) ? 'heic-unreadable' : 'not-an-image', { cause });
  }
};

/** True of a page that shows the first one smaller: viewers that zoom read it. */
const isReduced = async (bytes: Buffer, page: number, whole: Metadata): Promise<boolean> => {
  try {
    const { width, height } = await openImage(bytes, 'error', page).metadata();
    const isAlike = Math.abs(width * whole.height - height * whole.width) <= Math.max(whole.width, whole.height);
    return isAlike && width <= Math.ceil(whole.width / 2);
  } catch {
    return false;
  }
};

/** True of a TIFF with further pages, as a scanner writes a stack of drawings. */
const hasOtherPages = async (bytes: Buffer, metadata: Metadata): Promise<boolean> => {
  const { format, pages = 1 } = metadata;
  if (format !== 'tiff') return false;
  for (let page = 1; page < pages; page += 1) if (!(await isReduced(bytes, page, metadata))) return true;
  return false;
};

/**
 * Checks the metadata of an image, without decoding it. A file is what its bytes say, whatever it was announced as.
 * Throws `RejectedFileError` where the bytes are no image that can be read here, or the image is too large to be
 * decoded in memory, has unusable proportions, or is one of several in the file.
 */
export const inspectImage = async (bytes: Buffer, declaredType: string): Promise<Metadata> => {
  const metadata = await metadataOf(bytes, declaredType);
  if (isHevc(metadata)) throw new RejectedFileError('heic-unreadable');
  const found = typeOfImage(metadata);
  if (!typeOfFormat[metadata.format])
    throw new RejectedFileError('wrong-type', { params: { declared: declaredType, found } });
  const { width, height } = metadata.autoOrient;
  const limit = pixelLimit(metadata);
  if (width * height > limit) throw tooManyPixels(limit);
  if (widthsFor(width, height).length === 0) throw new RejectedFileError('too-narrow', { params: { width, height } });
  if (await hasOtherPages(bytes, metadata))
    throw new RejectedFileError('several-pages', { params: { pages: metadata.pages ?? 1 } });
  return metadata;
};
