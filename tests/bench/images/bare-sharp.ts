/**
 * The same renditions and tiles by bare sharp, a pipeline for each as its documentation shows, into a folder: `node
 * bare-sharp.ts <folder> <file> ...`, one after the other. Nothing is checked, described or sent. Prints what it took.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { encode } from '../../../shared/media/make-renditions.ts';
import { tileJpeg } from '../../../shared/media/make-tiles.ts';
import { tilesFor } from '../../../shared/model/files/image-tiles.ts';
import { heightAt, renditionsOf, widthsFor } from '../../../shared/model/files/picture.ts';
import { spent } from './spent.ts';

const [all = '', ...files] = process.argv.slice(2);

const make = async (file: string, n: number): Promise<void> => {
  const folder = join(all, String(n));
  await mkdir(folder, { recursive: true });
  const bytes = await readFile(file);
  const open = () => sharp(bytes, { limitInputPixels: false }).autoOrient();
  const { autoOrient: size } = await open().metadata();
  for (const { file: name, width, height, type } of renditionsOf({
    ...size,
    widths: widthsFor(size.width, size.height),
  })) {
    await encode[type](open().resize({ width, height, fit: 'fill' }), width).toFile(join(folder, name));
  }
  const tiles = tilesFor(size);
  // Those that are no renditions.
  for (const width of (tiles.sizes ?? []).filter((one) => !widthsFor(size.width, size.height).includes(one))) {
    const resized = open().resize({ width, height: heightAt(width, size), fit: 'fill' });
    await encode['image/jpeg'](resized, width).toFile(join(folder, `iiif-${width}.jpg`));
  }
  await tileJpeg(open()).tile({ size: tiles.size, layout: 'iiif3' }).toFile(join(folder, 'tiles'));
};

console.log(
  JSON.stringify(
    await spent(async () => {
      for (const [n, file] of files.entries()) await make(file, n);
    }),
  ),
);
