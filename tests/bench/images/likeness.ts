import sharp from 'sharp';

/** The pixels of a picture in red, green and blue. */
export interface Decoded {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 3 };
}

export const decoded = async (file: Buffer): Promise<Decoded> => {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, info: { width: info.width, height: info.height, channels: 3 } };
};

/** A picture with the grain of a scanner. */
export const withGrain = async (file: Buffer): Promise<Buffer> => {
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 14 };
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  return sharp(file)
    .composite([{ input: grain, blend: 'soft-light' }])
    .png()
    .toBuffer();
};

/** Brightness, and two differences of colours, as JPEG and video have them (BT.601). */
const planesOf = ({ data, info }: Decoded): Float32Array[] => {
  const count = info.width * info.height;
  const [y, cb, cr] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  for (let n = 0; n < count; n += 1) {
    const [r = 0, g = 0, b = 0] = [data[3 * n], data[3 * n + 1], data[3 * n + 2]];
    const bright = 0.299 * r + 0.587 * g + 0.114 * b;
    y[n] = bright;
    cb[n] = (b - bright) * 0.564;
    cr[n] = (r - bright) * 0.713;
  }
  return [y, cb, cr];
};

const [side, step] = [8, 4];
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/** The mean of SSIM over windows of eight pixels (Wang et al. 2004, https://doi.org/10.1109/TIP.2003.819861). */
const ssim = (a: Float32Array, b: Float32Array, { width, height }: Decoded['info']): number => {
  let [total, windows] = [0, 0];
  for (let top = 0; top + side <= height; top += step) {
    for (let left = 0; left + side <= width; left += step) {
      let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
      for (let row = top; row < top + side; row += 1) {
        for (let n = row * width + left; n < row * width + left + side; n += 1) {
          const [x, y] = [a[n] as number, b[n] as number];
          sa += x;
          sb += y;
          saa += x * x;
          sbb += y * y;
          sab += x * y;
        }
      }
      const count = side * side;
      const [ma, mb] = [sa / count, sb / count];
      const [va, vb, cov] = [saa / count - ma * ma, sbb / count - mb * mb, sab / count - ma * mb];
      total += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      windows += 1;
    }
  }
  return total / windows;
};

/**
 * How much a picture looks like another one of the same size, at most 1: SSIM, of which brightness is eight tenths and
 * each colour one.
 */
export const likeness = (a: Decoded, b: Decoded): number => {
  const [of, to] = [planesOf(a), planesOf(b)];
  return [0.8, 0.1, 0.1].reduce(
    (sum, weight, n) => sum + weight * ssim(of[n] as Float32Array, to[n] as Float32Array, a.info),
    0,
  );
};
