import type { Image, Tiles } from './picture.ts';

/** Width and height of tiles, in pixels: few enough files, and none of them slow to fetch. */
const tileSize = 1024;

type Size = Pick<Image, 'width' | 'height'>;

/** The layers of tiles that an image of a size is cut into, each half as large as the one before, until one tile holds it all. */
export const tilesFor = ({ width, height }: Size): Tiles => {
  const scaleFactors = [1];
  for (let factor = 1; Math.max(width, height) > factor * tileSize; ) {
    factor *= 2;
    scaleFactors.push(factor);
  }
  return { size: tileSize, scaleFactors };
};

const scaled = ({ width, height }: Size, factor: number): Size => ({
  width: Math.ceil(width / factor),
  height: Math.ceil(height / factor),
});

const whole = ({ width, height }: Size): string => `full/${width},${height}/0/default.jpg`;

/** The largest form of the whole image, which answers `full/max`: a large scan has its full size in tiles only. */
export const maximumFile = 'full/max/0/default.jpg';

/**
 * Every file of an image's tiles, by the path after the image's id: canonical sizes, rounded up, as viewers ask for them
 * (https://iiif.io/api/image/3.0/#canonical-uri-syntax). The smallest layer is the whole image in one file.
 */
export const tileFiles = (image: Size, { size, scaleFactors }: Tiles): string[] => {
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
  return [...new Set([...cut, whole(scaled(image, smallest)), maximumFile])];
};

/** The description of an image service at `id` (`info.json`; https://iiif.io/api/image/3.0/#5-image-information). */
export const imageInfo = (id: string, image: Pick<Image, 'width' | 'height' | 'widths'>, tiles: Tiles) => {
  const { width, height } = image;
  const widest = image.widths.at(-1) ?? width;
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
    sizes: [scaled(image, tiles.scaleFactors.at(-1) ?? 1)],
    tiles: [{ width: tiles.size, scaleFactors: tiles.scaleFactors }],
  };
};
