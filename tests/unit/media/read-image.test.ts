import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readableTypeOf } from '../../../shared/media/open-image.ts';
import { readImage } from '../../../shared/media/read-image.ts';
import { uploadRequestSchema } from '../../../shared/model/files/upload.ts';
import { avifAlbum } from '../../support/files/avif-album.ts';
import { heic, pngChunk } from '../../support/files/kinds.ts';

/** A sheet of one colour. */
const sheet = (r: number, g: number, b: number): Sharp =>
  sharp({ create: { width: 16, height: 16, channels: 3, background: { r, g, b } } });

const orange = () => sheet(200, 100, 50);

const frame = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

/** The first pixel that is read, where the image has one colour. */
const colourOf = async (image: Sharp, type: string): Promise<number[]> => {
  const { data, info } = await readImage(await image.toBuffer(), type);
  expect(info.channels).toBeGreaterThanOrEqual(3);
  return [...data.subarray(0, 3)];
};

/** A file whose numbers are those given, whatever its profile says that they mean: the profile replaces sRGB's. */
const numbersIn = async (profile: string, image: Sharp): Promise<Buffer> => {
  const { icc } = await sharp(await orange().withIccProfile(profile).png().toBuffer()).metadata();
  const bare = await image.toBuffer();
  const compressed = deflateSync(icc ?? Buffer.alloc(0));
  const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from(`${profile}\0\0`), compressed]));
  return Buffer.concat([bare.subarray(0, 33), chunk, bare.subarray(33)]);
};

const near = (found: readonly number[], wanted: readonly number[], by: number): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [n, value] of wanted.entries())
    expect(Math.abs((found[n] ?? 0) - value), `${found}`).toBeLessThanOrEqual(by);
};

describe('the colours of an image', () => {
  it.each<[string, (image: Sharp) => Sharp, string, number]>([
    ['PNG', (image) => image.png(), 'image/png', 0],
    ['GIF', (image) => image.gif(), 'image/gif', 4],
    ['PNG of sixteen bits', (image) => image.toColourspace('rgb16').png(), 'image/png', 0],
    ['TIFF', (image) => image.tiff({ compression: 'lzw' }), 'image/tiff', 0],
    ['JPEG', (image) => image.jpeg({ quality: 100 }), 'image/jpeg', 2],
    ['WebP', (image) => image.webp({ lossless: true }), 'image/webp', 0],
    ['AVIF', (image) => image.avif({ lossless: true }), 'image/avif', 1],
    ['AVIF of ten bits', (image) => image.avif({ lossless: true, bitdepth: 10 }), 'image/avif', 2],
    ['PNG in Display P3', (image) => image.withIccProfile('p3').png(), 'image/png', 1],
    ['JPEG in Display P3', (image) => image.withIccProfile('p3').jpeg({ quality: 100 }), 'image/jpeg', 3],
    ['WebP in Display P3', (image) => image.withIccProfile('p3').webp({ lossless: true }), 'image/webp', 1],
    ['AVIF in Display P3', (image) => image.withIccProfile('p3').avif({ lossless: true }), 'image/avif', 2],
    ['TIFF in Display P3', (image) => image.withIccProfile('p3').tiff(), 'image/tiff', 2],
    [
      'PNG of sixteen bits in Display P3',
      (image) => image.toColourspace('rgb16').withIccProfile('p3').png(),
      'image/png',
      2,
    ],
    [
      'PNG of sixteen bits in sRGB',
      (image) => image.toColourspace('rgb16').withIccProfile('srgb').png(),
      'image/png',
      2,
    ],
    [
      'JPEG in CMYK with a profile',
      (image) => image.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }),
      'image/jpeg',
      30,
    ],
    [
      'TIFF in CMYK with a profile',
      (image) => image.toColourspace('cmyk').withIccProfile('cmyk').tiff(),
      'image/tiff',
      30,
    ],
    ['JPEG in CMYK without a profile', (image) => image.toColourspace('cmyk').jpeg({ quality: 100 }), 'image/jpeg', 32],
  ])('in %s are those that were meant', async (_, make, type, by) => {
    near(await colourOf(make(orange()), type), [200, 100, 50], by);
  });

  it.each([
    ['eight', 'srgb'],
    ['sixteen', 'rgb16'],
  ])('of %s bits are brought to sRGB by the profile, not taken for it', async (_, space) => {
    const file = await numbersIn('p3', orange().toColourspace(space).png());
    expect((await sharp(file).metadata()).icc).toBeDefined();
    // Display P3 (200, 100, 50) by the matrices of both spaces.
    near(await readImage(file, 'image/png').then(({ data }) => [...data.subarray(0, 3)]), [214, 95, 34], 3);
  });

  it('that sRGB does not have become the nearest that it has', async () => {
    const file = await numbersIn('p3', sheet(0, 255, 0).png());
    near([...(await readImage(file, 'image/png')).data.subarray(0, 3)], [0, 255, 0], 12);
  });

  it('of a grey scan are grey, whatever its depth', async () => {
    for (const space of ['b-w', 'grey16']) {
      const { data, info } = await readImage(
        await sheet(90, 90, 90).toColourspace(space).png().toBuffer(),
        'image/png',
      );
      expect([...data.subarray(0, info.channels)]).toEqual(Array(info.channels).fill(90));
    }
  });
});

describe('an image that lies on its side', () => {
  const [width, height] = [3, 2];
  const upright = Buffer.from(Array.from({ length: width * height * 3 }, (_, n) => n * 14));

  /** Where a stored row and column lie in the upright image, by orientation (TIFF 6.0, page 36). */
  const places: readonly ((row: number, column: number) => [x: number, y: number])[] = [
    (row, column) => [column, row],
    (row, column) => [width - 1 - column, row],
    (row, column) => [width - 1 - column, height - 1 - row],
    (row, column) => [column, height - 1 - row],
    (row, column) => [row, column],
    (row, column) => [width - 1 - row, column],
    (row, column) => [width - 1 - row, height - 1 - column],
    (row, column) => [row, height - 1 - column],
  ];

  it.each(places.map((place, n) => [n + 1, place] as const))(
    'by orientation %i is read upright',
    async (orientation, place) => {
      const size = orientation > 4 ? { width: height, height: width } : { width, height };
      const stored = Buffer.alloc(upright.length);
      for (let at = 0; at < width * height; at += 1) {
        const [x, y] = place(Math.floor(at / size.width), at % size.width);
        upright.copy(stored, at * 3, (y * width + x) * 3, (y * width + x + 1) * 3);
      }
      for (const [type, make] of [
        ['image/png', (image: Sharp) => image.png()],
        ['image/tiff', (image: Sharp) => image.tiff({ compression: 'none' })],
        ['image/webp', (image: Sharp) => image.webp({ lossless: true })],
      ] as const) {
        const image = sharp(stored, { raw: { ...size, channels: 3 } }).withMetadata({ orientation });
        const { data, info } = await readImage(await make(image).toBuffer(), type);
        expect([info.width, info.height], type).toEqual([width, height]);
        expect([...data], type).toEqual([...upright]);
      }
    },
  );
});

describe('an image of several pictures', () => {
  it('is the primary one of an AVIF, which browsers show', async () => {
    const album = await avifAlbum('#f00', '#00f');
    expect((await sharp(album).metadata()).pages).toBe(2);
    const { data, info } = await readImage(album, 'image/avif');
    expect(info).toMatchObject({ width: 640, height: 400 });
    near([...data.subarray(0, 3)], [0, 0, 255], 8);
  });

  it('is the first one of an animation', async () => {
    const frames = await Promise.all(['#f00', '#00f'].map(frame));
    const animation = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    near([...(await readImage(animation, 'image/webp')).data.subarray(0, 3)], [255, 0, 0], 0);
  });
});

describe('an image that cannot be shown', () => {
  const refusalOf = (bytes: Buffer, type: string) =>
    readImage(bytes, type).then(
      () => 'read',
      ({ code }) => code,
    );

  it('is told apart by what it is', async () => {
    const jpeg = await orange().resize(600, 600).jpeg().toBuffer();
    expect(await refusalOf(heic, 'image/heic')).toBe('heic-unreadable');
    expect(await refusalOf(heic, 'image/avif')).toBe('heic-unreadable');
    expect(await refusalOf(heic, 'image/jpeg')).toBe('heic-unreadable');
    expect(await refusalOf(Buffer.from('no image'), 'image/heic')).toBe('heic-unreadable');
    expect(await refusalOf(Buffer.from('no image'), 'image/heif')).toBe('heic-unreadable');
    expect(await refusalOf(Buffer.from('no image'), 'image/jpeg')).toBe('not-an-image');
    expect(await refusalOf(jpeg.subarray(0, jpeg.length - 200), 'image/jpeg')).toBe('damaged');
  });

  it('is a TIFF of several drawings, of which one would be shown, but none that has its picture in several sizes', async () => {
    const drawings = await Promise.all(['#f00', '#0f0', '#00f'].map(frame));
    const stacked = sharp(drawings, { join: { animated: true } });
    const stack = await stacked.clone().tiff().toBuffer();
    await expect(readImage(stack, 'image/tiff')).rejects.toMatchObject({ code: 'several-pages', params: { pages: 3 } });
    for (const [width, height] of [
      [2001, 1501],
      [301, 2000],
    ]) {
      const pyramid = await orange().resize(width, height).tiff({ pyramid: true, tile: true }).toBuffer();
      expect((await sharp(pyramid).metadata()).pages).toBeGreaterThan(2);
      expect(await refusalOf(pyramid, 'image/tiff')).toBe('read');
    }
    const animation = await stacked.clone().webp().toBuffer();
    expect(await refusalOf(animation, 'image/webp')).toBe('read');
  });
});

describe('a file that was announced as another image', () => {
  const formats: readonly (readonly [string, (image: Sharp) => Sharp])[] = [
    ['image/jpeg', (image) => image.jpeg()],
    ['image/png', (image) => image.png()],
    ['image/webp', (image) => image.webp()],
    ['image/avif', (image) => image.avif()],
    ['image/tiff', (image) => image.tiff()],
    ['image/gif', (image) => image.gif()],
  ];

  it.each(formats)('is the %s that its bytes say', async (type, make) => {
    const bytes = await make(orange()).toBuffer();
    for (const announced of uploadRequestSchema.shape.contentType.options) {
      expect((await readImage(bytes, announced)).info, announced).toMatchObject({ width: 16, height: 16 });
    }
    expect(await readableTypeOf(bytes)).toBe(type);
  });
});

describe('a JPEG without its last marker', () => {
  // The same grain each time: of one in a hundred others the last byte holds nothing that is seen.
  const grain = Buffer.alloc(300 * 200 * 3);
  for (let n = 0, state = 1; n < grain.length; n += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    grain[n] = 48 + (state >>> 24) * 0.6;
  }
  const photo = () => sharp(grain, { raw: { width: 300, height: 200, channels: 3 } });
  const read = (bytes: Buffer) =>
    readImage(bytes, 'image/jpeg').then(
      ({ data }) => data,
      ({ code }) => code,
    );
  const forms: readonly (readonly [string, JpegOptions])[] = [
    ['baseline', {}],
    ['of optimised tables', { mozjpeg: true, progressive: false }],
    ['progressive', { progressive: true }],
    ['without subsampling', { chromaSubsampling: '4:4:4', quality: 100 }],
  ];

  it.each(forms)('is read where every pixel is there (%s)', async (_, options) => {
    const whole = await photo().jpeg(options).toBuffer();
    expect(whole.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    const pixels = await read(whole);
    for (const cut of [whole.subarray(0, -2), whole.subarray(0, -1)]) expect(await read(cut)).toEqual(pixels);
  });

  it.each(forms)('is refused where pixels are missing, few or many (%s)', async (_, options) => {
    const whole = await photo().jpeg(options).toBuffer();
    for (const missing of [2, 3, 6, 20, 100, 1000, whole.length >> 2, whole.length >> 1]) {
      expect(String(await read(whole.subarray(0, -2 - missing))), `${missing}`).toBe('damaged');
    }
  });

  it('is refused where it ends between two scans of a progressive one', async () => {
    const whole = await photo().jpeg({ progressive: true }).toBuffer();
    const scans = [...whole.toString('latin1').matchAll(/\xff\xda/g)].map(({ index }) => index);
    expect(scans.length).toBeGreaterThan(3);
    for (const start of scans.slice(1)) {
      const tables = whole.lastIndexOf(Buffer.from([0xff, 0xc4]), start);
      expect(await read(whole.subarray(0, Math.min(start, tables)))).toBe('damaged');
    }
  });

  it('is read as cameras have left it', async () => {
    // 400 by 200 pixels, from a report of a file that was refused.
    const bytes = readFileSync(new URL('../../support/files/jpeg-without-eoi.jpg', import.meta.url));
    expect((await readImage(bytes, 'image/jpeg')).info).toMatchObject({ width: 400, height: 200 });
  });

  it('is read where its name is another image’s', async () => {
    const bytes = readFileSync(new URL('../../support/files/png-named.jpg', import.meta.url));
    expect((await readImage(bytes, 'image/jpeg')).info).toMatchObject({ width: 400, height: 200 });
    expect(await readableTypeOf(bytes)).toBe('image/png');
  });
});
