import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { maximumFile, tileFiles } from '../model/image-tiles.ts';
import type { Tiles } from '../model/picture.ts';
import { fromPixels, type Pixels, type StoreFile } from './pixels.ts';

/** How many tiles are in memory and on their way to the store at the same time. */
const concurrency = 8;

/** The encoder of tiles. */
export const tileJpeg = (image: Sharp): Sharp =>
  image
    .flatten({ background: '#ffffff' })
    // Optimised Huffman tables would make tiles a twentieth smaller, and take twice as long.
    .jpeg({ quality: 80, optimiseCoding: false });

/**
 * Cuts an image into tiles and hands each to `store`, by the path after the image's id; all of `tileFiles` but the
 * forms of the whole image that are renditions. They are made on the disk of the function: libvips writes them
 * to files only.
 */
export const makeTiles = async (pixels: Pixels, tiles: Tiles, store: StoreFile): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tiles-'));
  try {
    await tileJpeg(fromPixels(pixels)).tile({ size: tiles.size, layout: 'iiif3' }).toFile(join(folder, 'image'));
    // Those of some widths are renditions.
    const files = tileFiles(pixels.info, { ...tiles, sizes: [] }).filter((file) => file !== maximumFile);
    await mapWithConcurrency(files, concurrency, async (file) =>
      store(file, 'image/jpeg', await readFile(join(folder, 'image', file))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
