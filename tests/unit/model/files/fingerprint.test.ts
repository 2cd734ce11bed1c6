import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeImage } from '../../../../shared/media/describe-image.ts';
import { readImage } from '../../../../shared/media/read-image.ts';
import { fingerprintOf, similarityThreshold } from '../../../../shared/model/files/fingerprint.ts';
import { drawing } from '../../../support/files/drawings.ts';
import { fingerprintDistance } from '../../../support/files/fingerprint-distance.ts';

const [width, height] = [207, 293];
const paper = '#f8f8f8';

/** To compress what is read again at once takes longer than all the rest. */
const uncompressed = { compressionLevel: 0 };

/** Grain for many scans, of which each takes another part: to make it takes longer than a scan. */
const { data: noise, info: noiseInfo } = await sharp({
  create: {
    ...{ width: 2 * width, height: 2 * height, channels: 3, background: '#808080' },
    noise: { type: 'gaussian', mean: 128, sigma: 12 },
  },
})
  .raw()
  .toBuffer({ resolveWithObject: true });

const place = (length: number): number => Math.floor(Math.random() * (length + 1));

/** The fingerprint of a drawing on a sheet of A4, with the grain that no two scans share. */
const printOf = async (image: Sharp, quality = 90): Promise<string> => {
  const [left, top] = [place(width), place(height)];
  const part = await sharp(noise, { raw: noiseInfo })
    .extract({ left, top, width, height })
    .png(uncompressed)
    .toBuffer();
  const sheet = await sharp(await image.png(uncompressed).toBuffer())
    .resize(width, height, { fit: 'fill' })
    .png(uncompressed)
    .toBuffer();
  const scan = sharp(sheet).composite([{ input: part, blend: 'soft-light' }]);
  const pixels = await readImage(await scan.jpeg({ quality }).toBuffer(), 'image/jpeg');
  return (await describeImage(pixels)).fingerprint ?? '';
};

/** With little, some and much on the paper. */
const drawings = await Promise.all(
  [6, 14, 40].flatMap((strokes) =>
    [1, 2].map((seed) =>
      drawing(seed + strokes * 1000, strokes)
        .png(uncompressed)
        .toBuffer(),
    ),
  ),
);

describe('a fingerprint', () => {
  let prints: string[];
  beforeAll(async () => {
    prints = await Promise.all(drawings.map((one) => printOf(sharp(one))));
  });

  it.each<[string, (image: Sharp) => Sharp, number?]>([
    ['as it is', (image) => image],
    ['turned by a degree', (image) => image.rotate(1, { background: paper })],
    ['moved by 2 %', (image) => image.affine([1, 0, 0, 1], { odx: 8, ody: 8, background: paper })],
    ['cut off by 2 %', (image) => image.extract({ left: 8, top: 8, width: 392, height: 392 })],
    ['smaller', (image) => image.resize(150, 150)],
    ['lighter, with less contrast', (image) => image.linear(0.8, 30)],
    ['darker, with more contrast', (image) => image.linear(1.1, -40)],
    ['compressed much more', (image) => image, 30],
  ])('of a drawing scanned again, %s, is near', async (_, change, quality) => {
    const again = await Promise.all(drawings.map((one) => printOf(change(sharp(one)), quality)));
    for (const [n, print] of again.entries()) {
      expect(fingerprintDistance(print, prints[n] ?? ''), `drawing ${n}`).toBeLessThanOrEqual(similarityThreshold);
    }
  });

  it('of another drawing on the same paper is not', () => {
    for (const [n, one] of prints.entries()) {
      for (const other of prints.slice(n + 1))
        expect(fingerprintDistance(one, other)).toBeGreaterThan(similarityThreshold);
    }
  });

  it('has 256 bits, of which an empty sheet has none', () => {
    expect(fingerprintOf(Buffer.alloc(17 * 16, 200))).toBe('0'.repeat(64));
    const steps = fingerprintOf(Buffer.from(Array.from({ length: 17 * 16 }, (_, n) => (n % 17) * 10)));
    expect(steps).toBe('f'.repeat(64));
    expect(fingerprintDistance(steps, '0'.repeat(64))).toBe(256);
    expect(fingerprintDistance(steps, `7${'f'.repeat(63)}`)).toBe(1);
  });
});
