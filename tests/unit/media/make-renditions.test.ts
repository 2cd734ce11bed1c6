import sharp, { type Sharp } from 'sharp';
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from 'thumbhash';
import { describe, expect, it } from 'vitest';
import { makeRenditions } from '../../../shared/media/make-renditions.ts';
import { tileFiles } from '../../../shared/model/files/image-tiles.ts';
import { renditionsOf } from '../../../shared/model/files/picture.ts';
import { telling } from '../../support/files/kinds.ts';

interface Stored {
  readonly type: string;
  readonly bytes: Buffer;
}

const make = async (bytes: Buffer, type: string) => {
  const files = new Map<string, Stored>();
  const image = await makeRenditions(bytes, type, async (file, contentType, made) => {
    expect(files.has(file), `${file} is stored once`).toBe(false);
    files.set(file, { type: contentType, bytes: made });
  });
  return { image, files };
};

const sheet = (width: number, height: number, background: object, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background } });

const pixel = async ({ bytes }: Stored) => [...(await sharp(bytes).raw().toBuffer()).subarray(0, 4)];

const secret = 'Aysel Mammadova';

describe('renditions and tiles', () => {
  it.each(Object.entries(telling))('of %s hold nothing of what it tells beside its pixels', async (type, tell) => {
    const bytes = await tell(secret, 1100, 400);
    expect(bytes.includes(secret)).toBe(true);
    const { image, files } = await make(bytes, type);
    expect([...files.keys()].sort()).toEqual(
      [
        ...renditionsOf(image).map(({ file }) => file),
        ...tileFiles(image, image.tiles ?? { size: 0, scaleFactors: [] }).map((file) => `iiif/${file}`),
      ].sort(),
    );
    for (const [file, { bytes: made, type: made_type }] of files) {
      const { exif, icc, iptc, xmp, tifftagPhotoshop, comments, orientation, ...rest } = await sharp(made).metadata();
      expect({ exif, icc, iptc, xmp, tifftagPhotoshop, comments, orientation }, file).toEqual({});
      expect(rest.space, file).toBe('srgb');
      expect(made_type, file).toBe(rest.format === 'heif' ? 'image/avif' : `image/${rest.format}`);
      for (const mark of [secret, 'GPS', 'Exif', 'xmpmeta', 'Photoshop', 'ICC_PROFILE']) {
        expect(made.includes(mark), `${file}: ${mark}`).toBe(false);
      }
    }
    expect(JSON.stringify(image)).not.toContain(secret);
  });

  it('of a transparent image lie on white where the format has no transparency, and stay transparent elsewhere', async () => {
    const { image, files } = await make(
      await sheet(1100, 300, { r: 255, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer(),
      'image/png',
    );
    for (const [file, stored] of files) {
      if (stored.type === 'image/jpeg') expect(await pixel(stored), file).toEqual([255, 255, 255, 255]);
      else expect((await pixel(stored))[3], file).toBe(0);
    }
    expect(image.color).toMatch(/^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/);
  });

  it('of an animation show its first picture', async () => {
    const frames = await Promise.all(
      [
        { r: 250, g: 20, b: 20 },
        { r: 20, g: 20, b: 250 },
      ].map((one) => sheet(60, 40, one).png().toBuffer()),
    );
    const animation = () => sharp(frames, { join: { animated: true } });
    for (const [type, file] of [
      ['image/gif', animation().gif()],
      ['image/webp', animation().webp({ lossless: true })],
    ] as const) {
      const { image, files } = await make(await file.toBuffer(), type);
      expect(image, type).toMatchObject({ width: 60, height: 40, widths: [60] });
      const [red = 0, , blue = 255] = await pixel(files.get('60.jpg') as Stored);
      expect(red, type).toBeGreaterThan(200);
      expect(blue, type).toBeLessThan(60);
    }
  });

  it('come with a preview, a colour and a fingerprint of what they show', async () => {
    const { image } = await make(await sheet(600, 400, { r: 42, g: 157, b: 143 }).jpeg().toBuffer(), 'image/jpeg');
    const hash = Buffer.from(image.placeholder, 'base64');
    expect(hash.length).toBeLessThanOrEqual(30);
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    for (const [found, wanted] of [
      [r, 42],
      [g, 157],
      [b, 143],
    ] as const)
      expect(Math.abs(found * 255 - wanted)).toBeLessThan(16);
    expect(Math.abs(thumbHashToApproximateAspectRatio(hash) - 1.5)).toBeLessThan(0.4);
    // The middle of a bin of 16 values a channel.
    expect(image.color).toBe('#289888');
    expect(image.fingerprint).toBe('0'.repeat(64));
  });
});
