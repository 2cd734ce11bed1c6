import sharp, { type Metadata, type Sharp } from 'sharp';
import { widthsFor } from '../domain/picture.ts';
import { imagePixels, pixelLimit } from './pixel-limit.ts';
import type { Pixels } from './pixels.ts';
import { Unacceptable } from './unacceptable.ts';

// libvips reads far more than scans: SVG, PDF, scientific formats. Each reader less is a way in less.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

const heic = 'image/heic';

/** What sharp calls the formats that staff may upload. */
const typeOfFormat: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  heif: 'image/avif',
};

/** Of an animation the first picture only, which is what sharp reads unless it is asked for more. */
const open = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: imagePixels, failOn: 'error' });

const metadataOf = async (bytes: Buffer, declaredType: string): Promise<Metadata> => {
  try {
    return await open(bytes).metadata();
  } catch (cause) {
    if (/pixel limit/i.test(String(cause))) throw tooManyPixels(imagePixels);
    throw new Unacceptable(declaredType === heic ? 'heic-unreadable' : 'not-an-image', { cause });
  }
};

const tooManyPixels = (limit: number) =>
  new Unacceptable('too-many-pixels', { params: { megapixels: Math.floor(limit / 1_000_000) } });

/** Throws `Unacceptable` where an image is of another type than was declared, or too large, or of no shape to be shown. */
const check = (metadata: Metadata, declaredType: string): void => {
  const isHevc = metadata.format === 'heif' && metadata.compression !== 'av1';
  const type = isHevc ? heic : typeOfFormat[metadata.format];
  if (type !== declaredType) {
    throw new Unacceptable('wrong-type', { params: { declared: declaredType, found: type ?? metadata.format } });
  }
  // Its patents keep HEVC out of the library's binaries, which know the container only.
  if (isHevc) throw new Unacceptable('heic-unreadable');
  const { width, height } = metadata.autoOrient;
  const limit = pixelLimit(metadata);
  if (width * height > limit) throw tooManyPixels(limit);
  if (widthsFor(width, height).length === 0) throw new Unacceptable('too-narrow', { params: { width, height } });
};

/**
 * Reads an image to its end: upright, its colours brought to sRGB by the profile that it carries, eight bits a channel, no metadata.
 * Throws `Unacceptable` where the bytes are no image of the declared type that can be shown.
 */
export const readImage = async (bytes: Buffer, declaredType: string): Promise<Pixels> => {
  check(await metadataOf(bytes, declaredType), declaredType);
  const image = open(bytes).autoOrient().toColourspace('srgb').raw();
  try {
    return await image.toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new Unacceptable('damaged', { cause });
  }
};
