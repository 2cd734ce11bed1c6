import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photograph of 64 × 48 pixels as telephones keep them, compressed by HEVC. */
export const heic = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAABoAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAACJtZGF0AAAAFigBrwQY+UuwdDijPuUBSYfEkFtJOiw=',
  'base64',
);

/** A chunk of a PNG file (https://www.w3.org/TR/png-3/#5Chunk-layout). */
export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** A PNG file that says it has a size, with the pixels given, compressed. */
export const pngOf = (
  width: number,
  height: number,
  pixels: Uint8Array,
  { bitDepth = 8, colourType = 2 } = {},
): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colourType, 0, 0, 0], 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A segment of a JPEG file: marker, length and content. */
const jpegSegment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/**
 * A block of Photoshop's, with the author of the picture in IPTC's words
 * (https://www.iptc.org/std/IIM/4.1/specification/IIMV4.1.pdf).
 */
const iptcBlock = (author: string): Buffer => {
  const dataset = Buffer.concat([Buffer.of(0x1c, 2, 80, 0, author.length), Buffer.from(author)]);
  const padded = dataset.length % 2 ? Buffer.concat([dataset, Buffer.of(0)]) : dataset;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(dataset.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\0' + '8BIM'), Buffer.of(4, 4, 0, 0), size, padded]);
};

const xmp = (secret: string): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${secret}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const written = (secret: string, width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 100, b: Math.floor(Math.random() * 100) } } })
    .withExif({
      IFD0: { Artist: secret, Copyright: secret, ImageDescription: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 52/1 0/1' },
    })
    .withXmp(xmp(secret))
    .withIccProfile('p3');

const before = (bytes: Buffer, at: number, ...inserted: Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), ...inserted, bytes.subarray(at)]);

type Telling = (secret: string, width?: number, height?: number) => Promise<Buffer>;

/**
 * Pictures by format that say a secret in every way that they can: EXIF with a place, XMP, IPTC, comments, behind their
 * end.
 */
export const telling: Readonly<Record<string, Telling>> = {
  'image/jpeg': async (secret, width = 700, height = 500) => {
    const jpeg = await written(secret, width, height).jpeg().toBuffer();
    const comment = jpegSegment(0xfe, Buffer.from(secret));
    return Buffer.concat([before(jpeg, 2, comment, jpegSegment(0xed, iptcBlock(secret))), Buffer.from(secret)]);
  },
  'image/png': async (secret, width = 700, height = 500) => {
    const png = await written(secret, width, height).png().toBuffer();
    // Behind the header chunk.
    return Buffer.concat([before(png, 33, pngChunk('tEXt', Buffer.from(`Comment\0${secret}`))), Buffer.from(secret)]);
  },
  'image/webp': (secret, width = 700, height = 500) => written(secret, width, height).webp().toBuffer(),
  'image/avif': (secret, width = 700, height = 500) => written(secret, width, height).avif({ effort: 0 }).toBuffer(),
  'image/tiff': (secret, width = 700, height = 500) => written(secret, width, height).tiff().toBuffer(),
};
