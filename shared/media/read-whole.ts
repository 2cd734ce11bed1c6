import type { Sharp } from 'sharp';
import { completeJpeg } from './complete-jpeg.ts';
import { openImage } from './open-image.ts';
import { RejectedFileError } from './rejected-file-error.ts';

const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/**
 * What `read` makes of an image that it reads to its end; of a JPEG that lacks nothing but its last marker, too. Throws
 * `RejectedFileError` for a damaged one.
 */
export const readWhole = async <T>(bytes: Buffer, read: (image: Sharp) => Promise<T>): Promise<T> => {
  try {
    return await read(openImage(bytes));
  } catch (cause) {
    const whole = isJpeg(bytes) ? await completeJpeg(bytes) : undefined;
    if (!whole) throw new RejectedFileError('damaged', { cause });
    return read(openImage(whole));
  }
};
