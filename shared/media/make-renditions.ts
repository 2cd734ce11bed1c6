import type { Sharp } from 'sharp';
import { maximumFile, sizeFiles, tilesFor } from '../model/files/image-tiles.ts';
import { heightAt, type IngestedImage, type RenditionType, renditionsOf, widthsFor } from '../model/files/picture.ts';
import { describeImage } from './describe-image.ts';
import { makeTiles } from './make-tiles.ts';
import { fromPixels, type Pixels, type StoreFile } from './pixels.ts';
import { readImage } from './read-image.ts';

/**
 * Up to which width AVIF is encoded with more effort: the pictures of lists, which are small to encode and fetched
 * most.
 */
const carefulWidth = 640;

/** Every encoder, by media type, for a width in pixels: what more effort would save is in `docs/decisions/0240`. */
export const encode: Readonly<Record<RenditionType, (image: Sharp, width: number) => Sharp>> = {
  'image/avif': (image, width) =>
    image.avif(width <= carefulWidth ? { quality: 52, effort: 1 } : { quality: 55, effort: 0 }),
  'image/webp': (image) => image.webp({ quality: 80, effort: 2 }),
  'image/jpeg': (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 80, optimiseCoding: false }),
};

const resize = async (pixels: Pixels, width: number, height: number): Promise<Pixels> =>
  pixels.info.width === width && pixels.info.height === height
    ? pixels
    : fromPixels(pixels).resize({ width, height, fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });

/**
 * Makes every rendition of an image, and its tiles (`iiif/…`), and hands each to `store`: upright, in sRGB, without any
 * metadata, never enlarged. The original is decoded once. Throws `RejectedFileError` for what cannot be read; then
 * nothing was stored.
 */
export const makeRenditions = async (bytes: Buffer, declaredType: string, store: StoreFile): Promise<IngestedImage> => {
  let pixels = await readImage(bytes, declaredType);
  const { width, height } = pixels.info;
  const widths = widthsFor(width, height);
  const tiles = tilesFor({ width, height });
  await makeTiles(pixels, tiles, (file, type, tile) => store(`iiif/${file}`, type, tile));
  const renditions = renditionsOf({ width, height, widths });
  const sizes = tiles.sizes ?? [];
  // Each width is made from the next larger rendition: reading a large image takes long.
  for (const wanted of [...new Set([...widths, ...sizes])].sort((a, b) => b - a)) {
    const made = await resize(pixels, wanted, heightAt(wanted, { width, height }));
    const isWidest = wanted === widths.at(-1);
    // What of IIIF is the same picture as the JPEG.
    const copies = [
      ...(isWidest ? [maximumFile] : []),
      ...(sizes.includes(wanted) ? sizeFiles(wanted, { width, height }) : []),
    ];
    const files = renditions.filter((rendition) => rendition.width === wanted);
    const others = files.filter(({ type }) => type !== 'image/jpeg');
    const jpegs = [
      ...files.filter(({ type }) => type === 'image/jpeg').map(({ file }) => file),
      ...copies.map((file) => `iiif/${file}`),
    ];
    const jpeg = encode['image/jpeg'](fromPixels(made), wanted).toBuffer();
    await Promise.all([
      ...others.map(async ({ file, type }) =>
        store(file, type, await encode[type](fromPixels(made), wanted).toBuffer()),
      ),
      ...[...new Set(jpegs)].map(async (file) => store(file, 'image/jpeg', await jpeg)),
    ]);
    if (widths.includes(wanted)) pixels = made;
  }
  return { width, height, widths, ...(await describeImage(pixels)), tiles };
};
