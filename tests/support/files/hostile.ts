import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { pngChunk, pngOf } from './kinds.ts';
import { scan } from './scans.ts';

/** Something that no other file has, so that none is taken for one that was uploaded before. */
const nonce = (): string => randomBytes(8).toString('hex');

const plain = (width: number, height: number): Sharp => {
  const [r, g, b] = randomBytes(3);
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } }, limitInputPixels: false });
};

/** A TIFF file of one strip, by what it says of itself; the pixels are whatever follows. */
const tiffOf = (width: number, height: number, strip: Uint8Array, compression = 1): Buffer => {
  const long = 4;
  const tags = [
    [256, width],
    [257, height],
    [258, 8],
    [259, compression],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, strip.length],
  ];
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(8 + strip.length + (strip.length % 2), 4);
  const directory = Buffer.alloc(2 + tags.length * 12 + 4);
  directory.writeUInt16LE(tags.length, 0);
  for (const [n, [tag = 0, value = 0]] of tags.entries()) {
    directory.writeUInt16LE(tag, 2 + n * 12);
    directory.writeUInt16LE(long, 4 + n * 12);
    directory.writeUInt32LE(1, 6 + n * 12);
    directory.writeUInt32LE(value, 10 + n * 12);
  }
  return Buffer.concat([head, strip, Buffer.alloc(strip.length % 2), directory]);
};

/** The beginning of a GIF of a size, with one picture of that size that is all one byte. */
const gifBomb = (side: number): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const colours = Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  const picture = Buffer.concat([Buffer.of(0x2c, 0, 0, 0, 0), size, Buffer.of(0, 2, 2, 0x4c, 1, 0, 0x3b)]);
  return Buffer.concat([Buffer.from('GIF89a'), size, colours, picture, Buffer.from(nonce())]);
};

/** A WebP file without loss that says it has the largest size there is, 16,383 pixels square. */
const webpBomb = (): Buffer => {
  const stream = Buffer.concat([Buffer.of(0x2f, 0xfe, 0xbf, 0xff, 0x0f), Buffer.from(nonce())]);
  const padded = Buffer.concat([stream, Buffer.alloc(stream.length % 2)]);
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8L\0\0\0\0', 'latin1');
  head.writeUInt32LE(12 + padded.length, 4);
  head.writeUInt32LE(stream.length, 16);
  return Buffer.concat([head, padded]);
};

/** A JPEG whose frame header says another size than its pixels have. */
const jpegBomb = async (): Promise<Buffer> => {
  const bytes = Buffer.from(await plain(64, 64).jpeg().toBuffer());
  const frame = bytes.indexOf(Buffer.of(0xff, 0xc0));
  bytes.writeUInt16BE(65_000, frame + 5);
  bytes.writeUInt16BE(65_000, frame + 7);
  return bytes;
};

/** A PNG with a chunk that is 256 MB when it is unpacked. */
const chunkBomb = async (type: 'zTXt' | 'iCCP'): Promise<Buffer> => {
  const bytes = await plain(300, 200).png().toBuffer();
  const zeros = deflateSync(Buffer.alloc(2 ** 28), { level: 9 });
  const chunk = pngChunk(type, Buffer.concat([Buffer.from(`${type}\0\0`), zeros]));
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)]);
};

/** A JPEG whose last scan is said again and again: each takes a walk through the whole image. */
const scansBomb = async (side: number, times: number): Promise<Buffer> => {
  const bytes = await plain(side, side).jpeg({ progressive: true }).toBuffer();
  const at = bytes.lastIndexOf(Buffer.of(0xff, 0xda));
  const end = bytes.length - 2;
  return Buffer.concat([bytes.subarray(0, at), ...Array(times).fill(bytes.subarray(at, end)), bytes.subarray(end)]);
};

const zip = (content: string): Buffer => {
  const name = 'a.js';
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(10, 4);
  local.writeUInt32LE(crc32(data), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02', 'latin1');
  local.copy(central, 6, 4, 30);
  const body = Buffer.concat([local, Buffer.from(name), data]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, central, Buffer.from(name), end]);
};

const animation = async (type: 'webp' | 'gif', frames: number): Promise<Buffer> => {
  const [side, random] = [40, randomBytes(3 * frames)];
  const pixels = Buffer.alloc(side * side * 3 * frames);
  for (let n = 0; n < frames; n += 1)
    pixels.fill(random.subarray(3 * n, 3 * n + 3), side * side * 3 * n, side * side * 3 * (n + 1));
  const all = sharp(pixels, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } });
  return (type === 'gif' ? all.gif() : all.webp({ lossless: true })).toBuffer();
};

const script = (): string => `<script>alert("${nonce()}")</script>`;

/**
 * Files that want to do harm, or cannot be what they say: how each is made, what it is announced as, and how it is
 * rejected.
 */
export const rejectedFiles: readonly (readonly [string, () => Promise<Buffer> | Buffer, string, string])[] = [
  ['a text', () => Buffer.from(`no image at all ${nonce()}`), 'image/jpeg', 'not-an-image'],
  ['HTML with a script', () => Buffer.from(`<!doctype html><html>${script()}</html>`), 'image/png', 'not-an-image'],
  [
    'SVG with a script',
    () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script()}</svg>`),
    'image/png',
    'not-an-image',
  ],
  ['a PDF', () => Buffer.from(`%PDF-1.7\n${nonce()}\n%%EOF`), 'image/tiff', 'not-an-image'],
  ['a zip', () => zip(nonce()), 'image/webp', 'not-an-image'],
  ['a JPEG that is cut off', async () => (await scan(900, 900)).subarray(0, 20_000), 'image/jpeg', 'damaged'],
  ['a PNG that is cut off', async () => (await scanAs('png')).subarray(0, 20_000), 'image/png', 'damaged'],
  ['a TIFF that is cut off', async () => cutTiff(), 'image/tiff', 'damaged'],
  [
    'a progressive JPEG that lacks its last scans',
    async () => withoutLastScans(await plain(300, 200).jpeg({ progressive: true }).toBuffer()),
    'image/jpeg',
    'damaged',
  ],
  ['a PNG of 50,000 × 50,000 pixels', () => pngOf(50_000, 50_000, randomBytes(900)), 'image/png', 'too-many-pixels'],
  ['a TIFF of 50,000 × 50,000 pixels', () => tiffOf(50_000, 50_000, randomBytes(90)), 'image/tiff', 'too-many-pixels'],
  ['a GIF of 50,000 × 50,000 pixels', () => gifBomb(50_000), 'image/gif', 'too-many-pixels'],
  ['a WebP of 16,383 × 16,383 pixels', () => webpBomb(), 'image/webp', 'too-many-pixels'],
  ['a JPEG of 65,000 × 65,000 pixels', () => jpegBomb(), 'image/jpeg', 'too-many-pixels'],
  ['a JPEG of 90 scans', () => scansBomb(500, 80), 'image/jpeg', 'damaged'],
  ['a scan of 200 megapixels', () => plain(20_000, 10_000).jpeg().toBuffer(), 'image/jpeg', 'too-many-pixels'],
];

const scanAs = async (format: 'png'): Promise<Buffer> =>
  sharp(await scan(300, 300))
    .toFormat(format)
    .toBuffer();

/** A TIFF has its directory behind its pixels: it is the pixels that go missing. */
const cutTiff = (): Buffer => {
  const whole = tiffOf(500, 500, randomBytes(1000));
  whole.writeUInt32LE(250_000, whole.length - 4 - 12 + 8);
  return whole;
};

/** A progressive JPEG that ends where its last scan would begin: what is there can be decoded without any complaint. */
const withoutLastScans = (whole: Buffer): Buffer =>
  whole.subarray(0, whole.lastIndexOf(Buffer.from([0xff, 0xc4]), whole.lastIndexOf(Buffer.from([0xff, 0xda]))));

/** Files that look hostile and are images all the same: how each is made, its type, and the size of the image. */
export const harmlessFiles: readonly (readonly [string, () => Promise<Buffer>, string, number, number])[] = [
  ['a PNG that is called JPEG', () => plain(90, 60).png().toBuffer(), 'image/jpeg', 90, 60],
  ['a JPEG that is called HEIF', () => plain(90, 60).jpeg().toBuffer(), 'image/heif', 90, 60],
  ['a JPEG that is called JPG', () => plain(90, 60).jpeg().toBuffer(), 'image/jpg', 90, 60],
  ['a TIFF that is called PNG', () => plain(90, 60).tiff().toBuffer(), 'image/png', 90, 60],
  [
    'a JPEG without its last marker',
    async () => (await plain(300, 200).jpeg().toBuffer()).subarray(0, -2),
    'image/jpeg',
    300,
    200,
  ],
  ['an animated WebP of 1,000 frames', () => animation('webp', 1000), 'image/webp', 40, 40],
  ['an animated GIF of 1,000 frames', () => animation('gif', 1000), 'image/gif', 40, 40],
  [
    'a JPEG that is a zip too',
    async () => Buffer.concat([await plain(300, 200).jpeg().toBuffer(), zip(`PAYLOAD ${nonce()}`)]),
    'image/jpeg',
    300,
    200,
  ],
  [
    'a GIF that is a script too',
    async () => Buffer.concat([await plain(300, 200).gif().toBuffer(), Buffer.from(`*/=1;PAYLOAD("${nonce()}")`)]),
    'image/gif',
    300,
    200,
  ],
  [
    'a PNG that is HTML too',
    async () => {
      const png = await plain(300, 200).png().toBuffer();
      const page = pngChunk('tEXt', Buffer.from(`Comment\0PAYLOAD ${script()}`));
      return Buffer.concat([png.subarray(0, 33), page, png.subarray(33)]);
    },
    'image/png',
    300,
    200,
  ],
  ['a PNG with 256 MB of text in a chunk of 256 KB', () => chunkBomb('zTXt'), 'image/png', 300, 200],
  ['a PNG with 256 MB of profile in a chunk of 256 KB', () => chunkBomb('iCCP'), 'image/png', 300, 200],
];
