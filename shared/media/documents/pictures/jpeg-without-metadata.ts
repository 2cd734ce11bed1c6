import { endOfScan } from '../../end-of-scan.ts';
import { exifPrefix, orientationIn, orientationOnly } from './exif-orientation.ts';

const begins = (segment: Buffer, text: string): boolean => segment.toString('latin1', 0, text.length) === text;

/** How many bytes a JFIF segment has before its small picture, and where it says how large that is. */
const [jfifLength, jfifThumbnail] = [14, 12];

/** How many bytes Adobe's segment has. */
const adobeLength = 12;

/**
 * What is kept of a segment that is for the pixels of a JPEG: JFIF without the small picture that it may have, which
 * can show what was cut off later, colour profiles, and Adobe's colour transform (ISO/IEC 10918-1, B.2.4.6; 10918-5).
 */
const forPixels = (marker: number, segment: Buffer): Buffer | undefined => {
  if (marker === 0xe0 && begins(segment, 'JFIF\0')) {
    const head = Buffer.from(segment.subarray(0, jfifLength));
    return head.fill(0, Math.min(jfifThumbnail, head.length));
  }
  if (marker === 0xe2 && begins(segment, 'ICC_PROFILE\0')) return segment;
  return marker === 0xee && begins(segment, 'Adobe') ? segment.subarray(0, adobeLength) : undefined;
};

const isAboutPicture = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

const segmentOf = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** An Exif segment that says how the camera was held, and nothing else. */
const orientationSegment = (orientation: number): Buffer =>
  segmentOf(0xe1, Buffer.concat([exifPrefix, orientationOnly(orientation)]));

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
    const left = isAboutPicture(marker) ? forPixels(marker, content) : undefined;
    if (left) kept.push(segmentOf(marker, left));
    else if (!isAboutPicture(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // What stands behind the end is another picture of the same moment, or a film.
  return Buffer.concat([
    ...[bytes.subarray(0, 2), ...(orientation === 1 ? [] : [orientationSegment(orientation)])],
    ...[...kept, Buffer.from([0xff, 0xd9])],
  ]);
};
