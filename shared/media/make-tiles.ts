import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { maximumFile, tileFiles } from '../model/files/image-tiles.ts';
import type { Tiles } from '../model/files/picture.ts';
import { fromPixels, type Pixels, type StoreFile } from './pixels.ts';

/** How many tiles are in memory and on their way to the store at the same time. */
const concurrency = 8;

/** The name of a folder in which tiles are made, without its last part: whose it is. */
const nameOf = (pid: number, startedAt: number): string => `tiles-${pid}-${startedAt}-`;

/** When this process has begun, in seconds since the machine did; the same in all its threads. */
const startOfProcess = (): number => Math.round(uptime() - process.uptime());

/** True for the id of a process that is there, whoever owns it. */
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** True for a folder of a process that is no more, also where this one has got its id. */
const isLeft = (name: string): boolean => {
  const [, pid, startedAt] = /^tiles-(\d+)-(\d+)-/.exec(name) ?? [];
  if (pid === undefined) return false;
  // A second more or less is how it was rounded.
  const isOwn = Math.abs(Number(startedAt) - startOfProcess()) <= 1;
  return !isAlive(Number(pid)) || (Number(pid) === process.pid && !isOwn);
};

/**
 * Deletes the tiles of processes that were killed while they made them: what lies on the disk of a function outlives a
 * timeout, until there is no room for good images. Those of this process may be in use.
 */
export const removeLeftTiles = async (): Promise<void> => {
  for (const name of await readdir(tmpdir()))
    if (isLeft(name)) await rm(join(tmpdir(), name), { recursive: true, force: true });
};

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
  const folder = await mkdtemp(join(tmpdir(), nameOf(process.pid, startOfProcess())));
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
