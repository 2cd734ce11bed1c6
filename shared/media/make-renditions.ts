import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { heightAt, type Image, type RenditionType, renditionsOf, widthsFor } from '../domain/picture.ts';
import { Unacceptable } from './unacceptable.ts';

// libvips reads far more than scans: SVG, PDF, scientific formats. Each reader less is a way in less.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

/** Largest image, in pixels. */
export const imagePixels = 150_000_000;

/**
 * Largest image of the kinds that are held in memory several times while they are decoded, in pixels; found by measuring
 * what stays within the function's 1,769 MB.
 */
const heavyPixels = { avif: 40_000_000, progressiveCmyk: 100_000_000 };

/** What sharp calls the formats that staff may upload. */
const typeOfFormat: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
  heif: 'image/avif',
};

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels: imagePixels, failOn: 'error' });

/** The upright size of an image, in pixels; throws `Unacceptable` where the bytes are no image of the declared type. */
const inspect = async (bytes: Buffer, declaredType: string): Promise<{ width: number; height: number }> => {
  const metadata = await open(bytes)
    .metadata()
    .catch((error: Error) => {
      throw /pixel limit/i.test(error.message)
        ? new Unacceptable('too-many-pixels', `The image has more than ${imagePixels / 1_000_000} million pixels.`)
        : new Unacceptable('not-an-image', 'The file is no image that we can read. Is it damaged, or of another kind?');
    });
  const type = typeOfFormat[metadata.format ?? ''];
  if (type !== declaredType || (type === 'image/avif' && metadata.compression !== 'av1')) {
    throw new Unacceptable(
      'wrong-type',
      `The file was announced as ${declaredType}, but it is ${type ?? metadata.format ?? 'something else'}.`,
    );
  }
  const { width, height } = metadata.autoOrient;
  const isHeavy = metadata.isProgressive === true && metadata.channels > 3;
  const limit = type === 'image/avif' ? heavyPixels.avif : isHeavy ? heavyPixels.progressiveCmyk : imagePixels;
  if (width * height > limit) {
    const kind = limit === imagePixels ? 'image' : `image of this kind (${type})`;
    throw new Unacceptable('too-many-pixels', `The ${kind} has more than ${limit / 1_000_000} million pixels.`);
  }
  if (widthsFor(width, height).length === 0) {
    throw new Unacceptable(
      'too-narrow',
      `The image is ${width} × ${height} pixels: too narrow for its height to be shown.`,
    );
  }
  return { width, height };
};

/** Every encoder, by the type that it makes. */
const encode: Readonly<Record<RenditionType, (image: Sharp) => Sharp>> = {
  'image/avif': (image) => image.avif({ quality: 55, effort: 2 }),
  'image/webp': (image) => image.webp({ quality: 80, effort: 4 }),
  'image/jpeg': (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }),
};

/**
 * Makes every rendition of an image and hands each to `store`: upright, in sRGB, without any metadata, never enlarged.
 * The original is decoded once; the smaller sizes are made from the largest. Throws `Unacceptable` for what cannot be read.
 */
export const makeRenditions = async (
  bytes: Buffer,
  declaredType: string,
  store: (file: string, type: RenditionType, bytes: Buffer) => Promise<void>,
): Promise<Image> => {
  const { width, height } = await inspect(bytes, declaredType);
  const widths = widthsFor(width, height);
  const widest = widths.at(-1) ?? width;
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width: widest, height: heightAt(widest, { width, height }), fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: Error) => {
      throw new Unacceptable('damaged', 'The image is damaged or cut off: it cannot be read to its end.', { cause });
    });
  const decoded = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  for (const { file, type, ...size } of renditionsOf({ width, height, widths })) {
    await store(file, type, await encode[type](decoded().resize({ ...size, fit: 'fill' })).toBuffer());
  }
  return { width, height, widths, ...(await summarize(decoded())) };
};

/** The blurred preview and the dominant colour of an image. */
const summarize = async (image: Sharp): Promise<Pick<Image, 'placeholder' | 'color'>> => {
  const { data, info } = await image
    .resize(100, 100, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { dominant } = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } }).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
  return {
    placeholder: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    color: `#${hex.join('')}`,
  };
};
