import { endOfScan } from '../../end-of-scan.ts';
import { exifPrefix, orientationIn, orientationOnly } from './exif-orientation.ts';

/**
 * Segments of a JPEG that are for its pixels: JFIF, colour profiles and Adobe's colour transform (ISO/IEC 10918-1,
 * B.2.4.6; 10918-5).
 */
const isForPixels = (marker: number, segment: Buffer): boolean =>
  marker === 0xe2 ? segment.includes('ICC_PROFILE') : marker === 0xe0 || marker === 0xee;

const isAboutPicture = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** An Exif segment that says how the camera was held, and nothing else. */
const orientationSegment = (orientation: number): Buffer => {
  const content = Buffer.concat([exifPrefix, orientationOnly(orientation)]);
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([segment, content]);
};

/** A JPEG without what it tells; `undefined` where it is damaged. */
export const jpegWithoutMetadata = (bytes: Buffer): Buffer | undefined => {
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
  return Buffer.concat([
    ...[bytes.subarray(0, 2), ...(orientation === 1 ? [] : [orientationSegment(orientation)])],
    ...[...kept, Buffer.from([0xff, 0xd9])],
  ]);
};
