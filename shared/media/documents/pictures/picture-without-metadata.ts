import { gzipSync } from 'node:zlib';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { gifWithoutMetadata } from './gif-without-metadata.ts';
import { jpegWithoutMetadata } from './jpeg-without-metadata.ts';
import { jpxWithoutMetadata } from './jpx-without-metadata.ts';
import { pngWithoutMetadata } from './png-without-metadata.ts';
import { isSvg, svgWithoutMetadata } from './svg-without-metadata.ts';
import { tiffWithoutMetadata } from './tiff-without-metadata.ts';
import { isPacked, unpackedPicture } from './unpacked-picture.ts';
import { webpWithoutMetadata } from './webp-without-metadata.ts';

/** What a picture without its metadata is; `undefined` where it is damaged. */
type Clean = (bytes: Buffer) => Buffer | undefined;

const begins = (text: string, at = 0) => {
  const signature = Buffer.from(text, 'latin1');
  return (bytes: Buffer): boolean => bytes.subarray(at, at + signature.length).equals(signature);
};

/** Pictures that are known by their first bytes, and how each is cleaned. */
const kinds: readonly (readonly [is: (bytes: Buffer) => boolean, clean: Clean])[] = [
  [begins('\xff\xd8\xff'), jpegWithoutMetadata],
  [begins('\x89PNG'), pngWithoutMetadata],
  [begins('GIF8'), gifWithoutMetadata],
  [(bytes) => begins('RIFF')(bytes) && begins('WEBP', 8)(bytes), webpWithoutMetadata],
  [begins('\0\0\0\x0cjP  '), jpxWithoutMetadata],
  [begins('\xff\x4f\xff\x51'), jpxWithoutMetadata],
  [begins('II*\0'), tiffWithoutMetadata],
  [begins('MM\0*'), tiffWithoutMetadata],
  [isSvg, (bytes) => svgWithoutMetadata(bytes, pictureWithoutMetadata)],
];

/** HEIC, AVIF, films, damaged and very large TIFFs: what they tell lies anywhere among their pixels. */
const opaque = [begins('ftyp', 4), begins('II*\0'), begins('MM\0*'), begins('II+\0'), begins('MM\0+')];

/** How Exif, XMP and IPTC begin, and the chunks of a PNG, wherever they stand. */
const marks = [
  ...['Exif\0\0II*\0', 'Exif\0\0MM\0*', '<x:xmpmeta', 'http://ns.adobe.com/', 'Photoshop 3.0', '8BIM\x04\x04'],
  ...['eXIfII', 'eXIfMM', 'EXIFII', 'EXIFMM', 'iTXtXML:'],
].map((mark) => Buffer.from(mark, 'latin1'));

/** True of bytes that have Exif, XMP or IPTC somewhere. */
export const tellsOfMaker = (bytes: Buffer): boolean => marks.some((mark) => bytes.includes(mark));

/**
 * A picture inside a document without what it tells of its place, time and maker, whatever its name says that it is;
 * its pixels, colours and orientation stay. What is no picture, or tells nothing, is as it was. Throws
 * `RejectedFileError` where it tells something that cannot be taken out.
 */
export const pictureWithoutMetadata = (picture: Uint8Array): Uint8Array => {
  const bytes = unpackedPicture(picture);
  const cleaned = kinds.find(([is]) => is(bytes))?.[1](bytes);
  if (cleaned) return isPacked(picture) ? gzipSync(cleaned) : cleaned;
  if (opaque.some((is) => is(bytes)) || tellsOfMaker(bytes)) throw new RejectedFileError('picture-metadata');
  return picture;
};
