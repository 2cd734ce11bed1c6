import { hash } from 'node:crypto';
import { jpegWithoutEnd } from './jpeg-without-end.ts';
import { openImage } from './open-image.ts';

const endOfImage = Buffer.from([0xff, 0xd9]);

/**
 * What a decoder takes for coded pixels, where it still needs some. Its first bit is another than the zeros that the
 * decoder takes without it.
 */
const filler = Buffer.alloc(64, 0xaa);

const pixelsOf = async (bytes: Buffer, failOn: 'error' | 'warning'): Promise<string> =>
  hash('sha256', await openImage(bytes, failOn).raw().toBuffer());

/**
 * The JPEG with the marker at its end, where that is all it lacks; `undefined` where it is no such file, or pixels are
 * missing. The decoder would put grey in their place, with a warning that libvips does not pass on for the last lines.
 * So the image is read twice, with different bytes before the marker: the pixels are the same where the decoder needs
 * none of these bytes.
 */
export const completeJpeg = async (bytes: Buffer): Promise<Buffer | undefined> => {
  const coded = jpegWithoutEnd(bytes);
  if (!coded) return undefined;
  const whole = Buffer.concat([coded, endOfImage]);
  try {
    const pixels = await pixelsOf(whole, 'warning');
    return pixels === (await pixelsOf(Buffer.concat([coded, filler, endOfImage]), 'error')) ? whole : undefined;
  } catch {
    return undefined;
  }
};
