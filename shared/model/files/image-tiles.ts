import { heightAt, type Image, type Tiles, widthsFor } from './picture.ts';

/** Width and height of tiles, in pixels: few enough files, and none of them slow to fetch. */
const tileSize = 1024;

type Size = Pick<Image, 'width' | 'height'>;

/**
 * The widths in which viewers ask for a whole image: Universal Viewer for a thumbnail of 90 pixels, whatever
 * `info.json` names, and others for what they show in lists and on pages.
 */
const viewerWidths = [90, 400, 1280] as const;

/** Widths that are named only to make the list longer (`isTakenForLayers`): those of renditions. */
const spareWidths = [320, 640] as const;

/**
 * True where OpenSeadragon, up to version 5, takes the list of sizes for the layers of the tiles, since it has as many
 * entries, and asks for tiles that do not exist. A list of one is that of a whole image in one tile.
 */
const isTakenForLayers = (count: number, { scaleFactors }: Tiles): boolean =>
  count > 1 && (count === scaleFactors.length - 1 || count === scaleFactors.length);

const scaled = ({ width, height }: Size, factor: number): Size => ({
  width: Math.ceil(width / factor),
  height: Math.ceil(height / factor),
});

const whole = ({ width, height }: Size): string => `full/${width},${height}/0/default.jpg`;

/**
 * The files of the whole image in one of the widths beside its tiles. Of what viewers ask for the name by version 2 of
 * the Image API, which has no height, leads to the same: Universal Viewer uses that.
 */
export const sizeFiles = (width: number, image: Size): string[] => [
  whole({ width, height: heightAt(width, image) }),
  ...((viewerWidths as readonly number[]).includes(width) ? [`full/${width},/0/default.jpg`] : []),
];

/** The sizes of the whole image, smallest first: those of some widths, and that of the smallest layer. */
const sizesOf = (image: Size, { scaleFactors, sizes = [] }: Tiles): Size[] => {
  const smallest = scaled(image, scaleFactors.at(-1) ?? 1);
  const others = sizes
    .filter((width) => width !== smallest.width)
    .map((width) => ({ width, height: heightAt(width, image) }));
  return [...others, smallest].sort((a, b) => a.width - b.width);
};

/** The tiles with the widths that the whole image is to have beside them. */
const withSizes = (image: Size, tiles: Tiles): Tiles => {
  const widest = widthsFor(image.width, image.height).at(-1) ?? 0;
  const [wanted, spare] = [viewerWidths, spareWidths].map((widths) => widths.filter((width) => width <= widest));
  const lists = [0, 1, 2].map((n) => [...(wanted ?? []), ...(spare ?? []).slice(0, n)].sort((a, b) => a - b));
  const sizes = lists.find((list) => !isTakenForLayers(sizesOf(image, { ...tiles, sizes: list }).length, tiles));
  return { ...tiles, sizes: sizes ?? lists[0] ?? [] };
};

/**
 * The layers of tiles that an image of a size is cut into, each half as large as the one before, until one tile holds
 * it all.
 */
export const tilesFor = ({ width, height }: Size): Tiles => {
  const scaleFactors = [1];
  for (let factor = 1; Math.max(width, height) > factor * tileSize; ) {
    factor *= 2;
    scaleFactors.push(factor);
  }
  return withSizes({ width, height }, { size: tileSize, scaleFactors });
};

/** The largest form of the whole image, which answers `full/max`: a large scan has its full size in tiles only. */
export const maximumFile = 'full/max/0/default.jpg';

/**
 * Every file of an image's tiles, by the path after the image's id: canonical sizes, rounded up, as viewers ask for
 * them (https://iiif.io/api/image/3.0/#canonical-uri-syntax). The smallest layer is the whole image in one file.
 */
export const tileFiles = (image: Size, { size, scaleFactors, sizes = [] }: Tiles): string[] => {
  const smallest = scaleFactors.at(-1) ?? 1;
  const cut = scaleFactors.slice(0, -1).flatMap((factor) => {
    const step = size * factor;
    const columns = Array.from({ length: Math.ceil(image.width / step) }, (_, n) => n * step);
    const rows = Array.from({ length: Math.ceil(image.height / step) }, (_, n) => n * step);
    return rows.flatMap((y) =>
      columns.map((x) => {
        const region = { width: Math.min(step, image.width - x), height: Math.min(step, image.height - y) };
        const { width, height } = scaled(region, factor);
        return `${x},${y},${region.width},${region.height}/${width},${height}/0/default.jpg`;
      }),
    );
  });
  // A corner of one pixel is the same file in more than one layer.
  const others = sizes.flatMap((width) => sizeFiles(width, image));
  return [...new Set([...cut, whole(scaled(image, smallest)), ...others, maximumFile])];
};

/** The description of an image service at `id` (`info.json`; https://iiif.io/api/image/3.0/#5-image-information). */
export const imageInfo = (id: string, image: Pick<Image, 'width' | 'height' | 'widths'>, tiles: Tiles) => {
  const { width, height } = image;
  const widest = image.widths.at(-1) ?? width;
  const sizes = sizesOf(image, tiles);
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width,
    height,
    maxWidth: Math.max(widest, tiles.size),
    // Rounded up, so that it is the width that limits the largest form, and its size is exactly that of the file.
    maxHeight: Math.max(Math.ceil((height * widest) / width), tiles.size),
    sizes: isTakenForLayers(sizes.length, tiles) ? sizesOf(image, { ...tiles, sizes: [] }) : sizes,
    tiles: [{ width: tiles.size, scaleFactors: tiles.scaleFactors }],
  };
};
