import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** Shapes such as a drawing has, and the grain of a scanner, of the given size in pixels, as JPEG. */
export const grainyScan = async (width: number, height: number, { sigma = 14, quality = 88 } = {}): Promise<Buffer> => {
  const [rows, side] = [48, Math.min(1024, width, height)];
  const shapes = await sharp(randomBytes(rows * rows * 3), { raw: { width: rows, height: rows, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const noise = { type: 'gaussian' as const, mean: 128, sigma };
  const grain = await sharp({ create: { width: side, height: side, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  return sharp(shapes, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .composite([{ input: grain, blend: 'soft-light', tile: true }])
    .jpeg({ quality })
    .toBuffer();
};
