/** Columns and rows of the comparisons that a fingerprint is made of; it needs a picture one pixel wider. */
export const fingerprintSide = 16;

/** By how many grey values of 256 a pixel must be lighter than its neighbour: paper is never quite even. */
const margin = 2;

/**
 * What a picture looks like, in 256 bits as hex: whether each pixel of a picture of 17 × 16 grey values is darker than
 * its neighbour on the right ("difference hash":
 * https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html).
 */
export const fingerprintOf = (grey: Uint8Array): string => {
  const bits = Array.from({ length: fingerprintSide ** 2 }, (_, n) => {
    const at = Math.floor(n / fingerprintSide) * (fingerprintSide + 1) + (n % fingerprintSide);
    return (grey[at] ?? 0) + margin < (grey[at + 1] ?? 0) ? '1' : '0';
  }).join('');
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
};

/**
 * Up to which distance two pictures are pointed out as alike. Tried with drawings of 6 to 48 strokes: scanned twice
 * (turned by a degree, lighter, compressed again) one of them differs in up to 30 bits, moved by 2 % both ways in up to
 * 48; two of them in 51 at least where there is little on the paper, and in 79 elsewhere
 * (`tests/unit/model/files/fingerprint.test.ts`).
 */
export const similarityThreshold = 50;
