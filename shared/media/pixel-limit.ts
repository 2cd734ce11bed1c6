import type { Metadata } from 'sharp';

/** Largest image, in pixels. */
export const maxImagePixels = 150_000_000;

/**
 * Most memory of a decoded image and its decoder together, in bytes. The function has 1,769 MB, of which Node, the
 * libraries and the upload itself take up to 400 MB; measured with the heaviest file of each kind (`node
 * tests/bench/ingest.ts kinds`).
 */
const heldBytes = 1_300_000_000;

const depthBytes: Readonly<Record<string, number>> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, complex: 8 };

/** How much memory the decoder of an image takes at once, in bytes a pixel; most read line by line. */
const decoderBytes = ({ format, isProgressive, orientation = 1, channels, depth }: Metadata): number => {
  if (format === 'heif') return 28;
  // libjpeg keeps coefficients of two bytes.
  if (format === 'jpeg' && isProgressive) return channels * 2;
  const isWhole = isProgressive || orientation > 1 || format === 'webp' || format === 'gif';
  return isWhole ? channels * (depthBytes[depth] ?? 1) : 0;
};

/**
 * Largest image of the kind that `metadata` describes, in pixels: less than `maxImagePixels` where its decoder takes
 * much memory.
 */
export const pixelLimit = (metadata: Metadata): number =>
  Math.min(maxImagePixels, Math.floor(heldBytes / (decoderBytes(metadata) + (metadata.hasAlpha ? 4 : 3))));
