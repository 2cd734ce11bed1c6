import { endOfScan } from '../end-of-scan.ts';

/**
 * Segments of a JPEG that are for its pixels: JFIF, colour profiles and Adobe's colour transform (ISO/IEC 10918-1,
 * B.2.4.6; 10918-5).
 */
const isForPixels = (marker: number, segment: Buffer): boolean =>
  marker === 0xe2 ? segment.includes('ICC_PROFILE') : marker === 0xe0 || marker === 0xee;

const isAboutPicture = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

const exif = Buffer.from('Exif\0\0', 'latin1');
const orientationTag = 0x0112;

/** How a camera was held (Exif 3.0, 4.6.5.1.7), from 1 (upright) to 8. */
const orientationIn = (segment: Buffer): number => {
  const tiff = segment.subarray(exif.length);
  if (!segment.subarray(0, exif.length).equals(exif) || tiff.length < 10) return 1;
  const isLittle = tiff[0] === 0x49;
  const read = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < read(directory); n += 1) {
    const at = directory + 2 + 12 * n;
    if (read(at) === orientationTag) return read(at + 8);
  }
  return 1;
};

/** An Exif segment that says how the camera was held, and nothing else. */
const orientationSegment = (orientation: number): Buffer => {
  const segment = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex');
  segment.writeUInt16LE(orientation, 28);
  return segment;
};

const cleanJpeg = (bytes: Buffer): Buffer | undefined => {
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, next);
    if (marker === 0xe1 && orientation === 1) orientation = orientationIn(content);
    const end = marker === 0xda ? endOfScan(bytes, next) : next;
    if (!isAboutPicture(marker) || isForPixels(marker, content)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // What stands behind the end is another picture of the same moment, or a film.
  const isTurned = orientation >= 2 && orientation <= 8;
  return Buffer.concat([
    ...[bytes.subarray(0, 2), ...(isTurned ? [orientationSegment(orientation)] : [])],
    ...[...kept, Buffer.from([0xff, 0xd9])],
  ]);
};

/** Chunks of a PNG that tell of the picture (PNG, third edition, 11.3). */
const tellingChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

const cleanPng = (bytes: Buffer): Buffer | undefined => {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    if (!tellingChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
};

/**
 * A JPEG or PNG inside a document without what it tells of its place, time and maker; its pixels, colours and
 * orientation stay. `undefined` where it is none, or is damaged.
 */
export const pictureWithoutMetadata = (picture: Uint8Array): Uint8Array | undefined => {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? cleanPng(bytes) : undefined;
};
