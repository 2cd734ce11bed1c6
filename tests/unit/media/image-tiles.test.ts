import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeRenditions } from '../../../shared/media/make-renditions.ts';
import { imageInfo, tileFiles, tilesFor } from '../../../shared/model/files/image-tiles.ts';
import { heightAt, widthsFor } from '../../../shared/model/files/picture.ts';

const id = 'https://example.org/iiif/3/x';

const infoOf = (width: number, height: number) =>
  imageInfo(id, { width, height, widths: widthsFor(width, height) }, tilesFor({ width, height }));

/**
 * Every address that OpenSeadragon 5 asks for (`IIIFTileSource.getTileUrl`), in its own arithmetic, by the path after
 * the id.
 */
const openSeadragonAsks = (info: ReturnType<typeof infoOf>): string[] => {
  const { width, height, sizes } = info;
  const [{ width: tile, scaleFactors } = { width: 0, scaleFactors: [] }] = info.tiles;
  const maxLevel = Math.round(Math.log(Math.max(...scaleFactors)) * Math.LOG2E);
  const isComplete = sizes.length === maxLevel || sizes.length === maxLevel + 1;
  const levelSizes = isComplete ? sizes.toSorted((a, b) => a.width - b.width) : undefined;
  if (levelSizes && sizes.length === maxLevel) levelSizes.push({ width, height });
  return Array.from({ length: maxLevel + 1 }, (_, level) => level).flatMap((level) => {
    const scale = 0.5 ** (maxLevel - level);
    const size = levelSizes?.[level] ?? {
      width: Math.ceil(width * scale),
      height: Math.ceil(height * scale),
    };
    const columns = Math.ceil((levelSizes ? size.width : scale * width) / tile);
    const rows = Math.ceil((levelSizes ? size.height : scale * height) / tile);
    return Array.from({ length: columns * rows }, (_, n) => {
      const [x, y] = [n % columns, Math.floor(n / columns)];
      const step = Math.round(tile / scale);
      const isOne = size.width < tile && size.height < tile;
      const [left, top] = [x * step, y * step];
      const [regionWidth, regionHeight] = [Math.min(step, width - left), Math.min(step, height - top)];
      const isFull = isOne || (n === 0 && regionWidth === width && regionHeight === height);
      const [w, h] = isOne
        ? [size.width, size.height]
        : [Math.min(tile, size.width - x * tile), Math.min(tile, size.height - y * tile)];
      const region = isFull ? 'full' : [left, top, regionWidth, regionHeight].join(',');
      return `${region}/${w === width && h === height ? 'max' : `${w},${h}`}/0/default.jpg`;
    });
  });
};

/**
 * What OpenSeadragon 6 asks for: it takes the sizes for layers where, with the full size, they are as many and have the
 * same factors.
 */
const openSeadragon6Asks = (info: ReturnType<typeof infoOf>): string[] => {
  const { width, height } = info;
  const [{ scaleFactors } = { scaleFactors: [] }] = info.tiles;
  const sizes = info.sizes.toSorted((a, b) => a.width - b.width);
  const largest = sizes.at(-1);
  if (largest && largest.width < width && largest.height < height) sizes.push({ width, height });
  const isLayers =
    sizes.length === scaleFactors.length &&
    sizes.every((size, n) => {
      const factor = scaleFactors[sizes.length - n - 1];
      return Math.round(width / size.width) === factor && Math.round(height / size.height) === factor;
    });
  // In version 5 an empty list is taken for nothing.
  return openSeadragonAsks(isLayers ? { ...info, sizes } : { ...info, sizes: Array(99).fill({ width: 0, height: 0 }) });
};

describe('the tiles of an image', () => {
  it.each([
    [1, 1, 2],
    [500, 300, 6],
    [1024, 1024, 6],
    [1025, 2049, 15],
    [2048, 2048, 12],
    [3508, 4961, 37],
    [100, 9000, 23],
  ])('of %i × %i pixels are the files that are stored', async (width, height, count) => {
    const image = sharp({ create: { width, height, channels: 3, background: '#369' } });
    const stored = new Map<string, Buffer>();
    const { tiles, ...made } = await makeRenditions(
      await image.png({ compressionLevel: 0 }).toBuffer(),
      'image/png',
      async (file, _, bytes) => {
        if (file.startsWith('iiif/')) stored.set(file.slice('iiif/'.length), bytes);
      },
    );
    expect(tiles).toEqual(tilesFor({ width, height }));
    expect([...stored.keys()].sort()).toEqual(tileFiles(made, tilesFor(made)).sort());
    expect(stored.size).toBe(count);
    for (const [file, bytes] of stored) {
      const [, w = made.widths.at(-1) ?? 0, h] = file.match(/\/(\d+),(\d*)\/0\//)?.map(Number) ?? [];
      const size = [w, h || heightAt(w, made)];
      const { format, exif, icc, xmp, ...metadata } = await sharp(bytes).metadata();
      expect({ format, exif, icc, xmp }, file).toEqual({ format: 'jpeg' });
      expect([metadata.width, metadata.height], file).toEqual(size);
    }
  });

  it('are all that a viewer asks for, whatever the size', () => {
    const side = fc.oneof(fc.integer({ min: 1, max: 12_000 }), fc.constantFrom(1, 1023, 1024, 1025, 2048, 2049, 4096));
    fc.assert(
      fc.property(side, side, (width, height) => {
        fc.pre(widthsFor(width, height).length > 0);
        const files = tileFiles({ width, height }, tilesFor({ width, height }));
        expect(new Set(files).size).toBe(files.length);
        expect(openSeadragonAsks(infoOf(width, height)).filter((file) => !files.includes(file))).toEqual([]);
      }),
    );
  });

  it('are described as the IIIF Image API 3.0 demands, and lie at canonical addresses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 12_000 }), (width, height) => {
        fc.pre(widthsFor(width, height).length > 0);
        const { sizes, tiles, maxWidth, maxHeight, ...info } = infoOf(width, height);
        expect(info).toEqual({
          '@context': 'http://iiif.io/api/image/3/context.json',
          id,
          type: 'ImageService3',
          protocol: 'http://iiif.io/api/image',
          profile: 'level0',
          width,
          height,
        });
        // 5.2: no larger than the image; 5.3: integers, maxWidth alone would stand for both; 5.4: factors without
        // repetition.
        for (const size of [...sizes, { width: maxWidth, height: maxHeight }])
          expect([size.width, size.height].every((side) => Number.isInteger(side) && side > 0)).toBe(true);
        for (const size of sizes) expect(size.width <= width && size.height <= height).toBe(true);
        const [{ width: tile, scaleFactors } = { width: 0, scaleFactors: [] }] = tiles;
        expect(new Set(scaleFactors).size).toBe(scaleFactors.length);
        const limit = Math.max(...scaleFactors) * tile;
        expect(limit).toBeGreaterThanOrEqual(Math.max(width, height));
        for (const file of tileFiles({ width, height }, { size: tile, scaleFactors })) {
          // 4.7: a region that is not all of the image, in pixels of it; a size of two numbers; upright; one quality
          // and format.
          const [, x, y, w, h, outWidth, outHeight] =
            file.match(/^(?:full|(\d+),(\d+),(\d+),(\d+))\/(?:max|(\d+),(\d+))\/0\/default\.jpg$/) ?? [];
          if (x === undefined) continue;
          const [left, top, right, bottom] = [x, y, w, h].map(Number) as [number, number, number, number];
          const isWhole = right === width && bottom === height;
          const isInside = left + right <= width && top + bottom <= height;
          const isScaled = scaleFactors.some(
            (one) => Math.ceil(right / one) === Number(outWidth) && Math.ceil(bottom / one) === Number(outHeight),
          );
          // An `expect` for each of a hundred thousand files would take a second.
          if (isWhole || !isInside || !isScaled) expect.fail(file);
        }
      }),
    );
  });

  it('have beside them what viewers ask for of any image, no larger than it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 12_000 }), (width, height) => {
        const widest = widthsFor(width, height).at(-1);
        fc.pre(widest !== undefined);
        const files = tileFiles({ width, height }, tilesFor({ width, height }));
        // Universal Viewer 4 asks for the first, whatever the description names.
        for (const wanted of [90, 400, 1280]) {
          expect(files.includes(`full/${wanted},/0/default.jpg`)).toBe(wanted <= (widest ?? 0));
        }
        expect(openSeadragon6Asks(infoOf(width, height)).filter((file) => !files.includes(file))).toEqual([]);
      }),
    );
  });

  it('of an image from before there were sizes are described by what there is', () => {
    const { sizes: _, ...old } = tilesFor({ width: 3508, height: 4961 });
    const image = { width: 3508, height: 4961, widths: [320, 640, 1280, 2560] };
    expect(imageInfo(id, image, old).sizes).toEqual([{ width: 439, height: 621 }]);
    expect(tileFiles(image, old)).toHaveLength(30);
  });

  it('are described by an info.json whose sizes are files and whose limits hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 12_000 }), (width, height) => {
        fc.pre(widthsFor(width, height).length > 0);
        const info = infoOf(width, height);
        const files = tileFiles({ width, height }, tilesFor({ width, height }));
        for (const size of info.sizes) expect(files).toContain(`full/${size.width},${size.height}/0/default.jpg`);
        const beyond = files.filter((file) => {
          const [, w = 0, h = 0] = file.match(/\/(\d+),(\d+)\/0\//)?.map(Number) ?? [];
          return w > info.maxWidth || h > info.maxHeight;
        });
        expect(beyond).toEqual([]);
        // What `max` is by the limits, is the size of the file.
        const widest = widthsFor(width, height).at(-1) ?? 0;
        const scale = Math.min(1, info.maxWidth / width, info.maxHeight / height);
        expect(Math.round(width * scale)).toBe(widest);
        expect(Math.max(1, Math.round(height * scale))).toBe(heightAt(widest, { width, height }));
      }),
    );
    expect(infoOf(3508, 4961)).toEqual({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level0',
      width: 3508,
      height: 4961,
      maxWidth: 2560,
      maxHeight: 3621,
      sizes: [
        { width: 90, height: 127 },
        // Named so that the list has not as many entries as there are layers.
        { width: 320, height: 453 },
        { width: 400, height: 566 },
        { width: 439, height: 621 },
        { width: 1280, height: 1810 },
      ],
      tiles: [{ width: 1024, scaleFactors: [1, 2, 4, 8] }],
    });
  });
});
