import sharp, { type Sharp } from 'sharp';
import { isSmoke, sized } from '../sized.ts';

const plain = (longest: number, channels: 3 | 4 = 3): Sharp => {
  const side = isSmoke ? 300 : longest;
  return sharp({
    create: { width: side, height: side, channels, background: { r: 200, g: 100, b: 50, alpha: 0.5 } },
    limitInputPixels: false,
  });
};

const tile = sized(4096, 256);

/** Just within 150 megapixels. */
const side = 12_200;

/** The images that take most memory to read, of each kind: as large as `pixelLimit` lets them be. */
export const heaviest: readonly (readonly [kind: string, type: string, make: () => Promise<Buffer>])[] = [
  ['JPEG on its side', 'image/jpeg', () => plain(side).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  ['progressive JPEG', 'image/jpeg', () => plain(12_000).jpeg({ progressive: true }).toBuffer()],
  [
    'CMYK JPEG with a profile',
    'image/jpeg',
    () => plain(side).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
  ],
  [
    'PNG of sixteen bits with alpha',
    'image/png',
    () => plain(side, 4).toColourspace('rgb16').png({ compressionLevel: 1 }).toBuffer(),
  ],
  [
    'interlaced PNG of sixteen bits with alpha',
    'image/png',
    () => plain(10_400, 4).toColourspace('rgb16').png({ compressionLevel: 1, progressive: true }).toBuffer(),
  ],
  [
    'TIFF in tiles of 4,096 pixels with alpha',
    'image/tiff',
    () => plain(side, 4).tiff({ compression: 'deflate', tile: true, tileWidth: tile, tileHeight: tile }).toBuffer(),
  ],
  ['TIFF of 100 MB', 'image/tiff', () => plain(5_900).tiff({ compression: 'none' }).toBuffer()],
  ['WebP with alpha', 'image/webp', () => plain(side, 4).webp({ effort: 0 }).toBuffer()],
  ['GIF', 'image/gif', () => plain(side).gif({ effort: 1 }).toBuffer()],
  ['AVIF', 'image/avif', () => plain(6_300).avif({ effort: 0, quality: 30 }).toBuffer()],
];
