import { exifPrefix, orientationIn, orientationOnly } from './exif-orientation.ts';

/** Chunks of a WebP that are for its pixels (RFC 9649). */
const forPixels = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** What the header says of the chunks with Exif and XMP. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

const chunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};

const headerOf = (header: Buffer, hasExif: boolean): Buffer => {
  const next = Buffer.from(header);
  next[0] = ((next[0] ?? 0) & ~(exifFlag | xmpFlag)) | (hasExif ? exifFlag : 0);
  return next;
};

/** A WebP without what it tells, turned as before; `undefined` where it is damaged. */
export const webpWithoutMetadata = (bytes: Buffer): Buffer | undefined => {
  const chunks: { type: string; content: Buffer }[] = [];
  let orientation = 1;
  for (let at = 12; at + 8 <= Math.min(bytes.length, 8 + bytes.readUInt32LE(4)); ) {
    const [type, end] = [bytes.toString('latin1', at, at + 4), at + 8 + bytes.readUInt32LE(at + 4)];
    if (end > bytes.length) return undefined;
    const content = bytes.subarray(at + 8, end);
    if (forPixels.has(type)) chunks.push({ type, content });
    else if (type === 'EXIF')
      orientation = orientationIn(content[0] === exifPrefix[0] ? content : Buffer.concat([exifPrefix, content]));
    at = end + (end % 2);
  }
  const isTurned = orientation !== 1;
  const body = Buffer.concat([
    ...chunks.map(({ type, content }) => chunk(type, type === 'VP8X' ? headerOf(content, isTurned) : content)),
    ...(isTurned ? [chunk('EXIF', orientationOnly(orientation))] : []),
  ]);
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), body]));
};
