import { inspectImage } from './open-image.ts';
import type { Pixels } from './pixels.ts';
import { readWhole } from './read-whole.ts';

/**
 * Reads an image to its end: upright, its colours brought to sRGB by the profile that it carries, eight bits a channel,
 * no metadata. Throws `RejectedFileError` where the bytes are no usable image.
 */
export const readImage = async (bytes: Buffer, declaredType: string): Promise<Pixels> => {
  const { space, icc } = await inspectImage(bytes, declaredType);
  return readWhole(bytes, (whole) => {
    const upright = whole.autoOrient();
    // An image of sixteen bits with a profile becomes Display P3 in sharp; only a request for a profile makes it
    // convert to sRGB.
    const image = space === 'rgb16' && icc ? upright.withIccProfile('srgb') : upright;
    return image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  });
};
