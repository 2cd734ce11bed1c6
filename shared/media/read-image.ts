import { InvalidImageError } from './invalid-image-error.ts';
import { inspectImage, openImage } from './open-image.ts';
import type { Pixels } from './pixels.ts';

/**
 * Reads an image to its end: upright, its colours brought to sRGB by the profile that it carries, eight bits a channel, no metadata.
 * Throws `Unacceptable` where the bytes are no image of the declared type that can be shown.
 */
export const readImage = async (bytes: Buffer, declaredType: string): Promise<Pixels> => {
  const { space, icc } = await inspectImage(bytes, declaredType);
  const upright = openImage(bytes).autoOrient();
  // Of sixteen bits with a profile sharp makes Display P3, and leaves the last step, to sRGB, to whoever asks for a profile.
  const image = space === 'rgb16' && icc ? upright.withIccProfile('srgb') : upright;
  try {
    return await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new InvalidImageError('damaged', { cause });
  }
};
