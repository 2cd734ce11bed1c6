import { rgbaToThumbHash } from 'thumbhash';
import { fingerprintOf, fingerprintSide } from '../model/files/fingerprint.ts';
import type { IngestedImage } from '../model/files/picture.ts';
import { fromPixels, type Pixels } from './pixels.ts';

/** The blurred preview, the dominant colour and the fingerprint of an image; a small rendition of it is enough. */
export const describeImage = async (
  pixels: Pixels,
): Promise<Pick<IngestedImage, 'placeholder' | 'color' | 'fingerprint'>> => {
  const { data, info } = await fromPixels(pixels)
    .resize(100, 100, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Flattened, as readers see it: transparent pixels have a colour too, which is arbitrary.
  const flat = fromPixels({ data, info }).flatten({ background: '#ffffff' });
  const { dominant } = await fromPixels(await flat.raw().toBuffer({ resolveWithObject: true })).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((value) => value.toString(16).padStart(2, '0'));
  return {
    placeholder: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    color: `#${hex.join('')}`,
    fingerprint: await fingerprint(pixels),
  };
};

/**
 * Made of a picture that was blurred by three quarters of a grid's cell, so that a scan moved a little stays the same.
 */
const fingerprint = async (pixels: Pixels): Promise<string> => {
  const [width, height] = [fingerprintSide + 1, fingerprintSide];
  const { data, info } = await fromPixels(pixels)
    .flatten({ background: '#ffffff' })
    .resize(width * 4, height * 4, { fit: 'fill' })
    .blur(3)
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return fingerprintOf(
    await fromPixels({ data, info }).resize(width, height, { fit: 'fill' }).extractChannel(0).raw().toBuffer(),
  );
};
