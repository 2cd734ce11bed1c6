import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/**
 * A scan like no other: noise of the given size as JPEG, lying on its side as its EXIF says, with a place and a name in
 * it.
 */
export const scan = async (width: number, height: number): Promise<Buffer> => {
  const tile = { width: 64, height: 64, channels: 3 as const };
  const noise = await sharp(randomBytes(64 * 64 * 3), { raw: tile })
    .resize(width, height, { fit: 'fill' })
    .toBuffer();
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Artist: 'Aysel Mammadova', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 52/1 0/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
};
