import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash';

/** How many pixels of a ThumbHash become one: the browser smooths the enlarged image, and the page stays small. */
const step = 4;

const averages = (
  rgba: Uint8Array,
  width: number,
  height: number,
  [left, top]: readonly [number, number],
): number[] => {
  const columns = Math.min(step, width - left);
  const rows = Math.min(step, height - top);
  return [0, 1, 2, 3].map((channel) => {
    let sum = 0;
    for (let y = top; y < top + rows; y += 1) {
      for (let x = left; x < left + columns; x += 1) sum += rgba[(y * width + x) * 4 + channel] ?? 0;
    }
    return Math.round(sum / (rows * columns));
  });
};

/**
 * A ThumbHash in base64 as the `data:` address of a PNG of at most 8 pixels a side, some 400 characters long. Browsers
 * run it as well: the typed client contains it.
 */
export const placeholderAddress = (thumbHash: string): string => {
  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbHash), (letter) => letter.charCodeAt(0)));
  const small = { width: Math.ceil(w / step), height: Math.ceil(h / step) };
  const pixels = Array.from({ length: small.width * small.height }, (_, n) =>
    averages(rgba, w, h, [(n % small.width) * step, Math.floor(n / small.width) * step]),
  );
  return rgbaToDataURL(small.width, small.height, pixels.flat());
};
