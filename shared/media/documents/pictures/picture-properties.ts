import type { Property } from '../shared/found-document.ts';
import { isSvg, svgProperties } from './svg-without-metadata.ts';
import { unpackedPicture } from './unpacked-picture.ts';
import { xmpPropertiesWithin } from './xmp-properties.ts';

/** A directory of Exif, as TIFF has it: entries by their tags. */
type Directory = ReadonlyMap<number, { readonly type: number; readonly count: number; readonly at: number }>;

/** Reads numbers of TIFF in its byte order, 0 behind its end. */
class Tiff {
  readonly bytes: Buffer;
  readonly #isLittle: boolean;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#isLittle = bytes[0] === 0x49;
  }

  short(at: number): number {
    if (at + 2 > this.bytes.length) return 0;
    return this.#isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  long(at: number): number {
    if (at + 4 > this.bytes.length) return 0;
    return this.#isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  directory(at: number): Directory {
    const entries = Array.from({ length: Math.min(this.short(at), 500) }, (_, n) => at + 2 + 12 * n);
    return new Map(
      entries.map((entry) => {
        const [type, count] = [this.short(entry + 2), this.long(entry + 4)];
        const size = count * (sizes[type] ?? 1);
        return [this.short(entry), { type, count, at: size > 4 ? this.long(entry + 8) : entry + 8 }];
      }),
    );
  }

  /** A text, or one of Windows, which is in UTF-16. */
  text(directory: Directory, tag: number): string {
    const entry = directory.get(tag);
    if (!entry) return '';
    const raw = this.bytes.subarray(entry.at, entry.at + Math.min(entry.count, 1_000));
    return raw
      .toString(entry.type === 1 ? 'utf16le' : 'utf8')
      .replace(/\p{Cc}/gu, ' ')
      .trim();
  }

  /** Degrees, minutes and seconds as degrees; `undefined` where they are none. */
  degrees(directory: Directory, tag: number): number | undefined {
    const entry = directory.get(tag);
    if (entry?.type !== 5) return undefined;
    const parts = Array.from({ length: Math.min(entry.count, 3) }, (_, n) => {
      const [over, under] = [this.long(entry.at + 8 * n), this.long(entry.at + 8 * n + 4)];
      return under ? over / under : 0;
    });
    return parts.reduce((sum, part, n) => sum + part / 60 ** n, 0);
  }
}

const sizes: Readonly<Record<number, number>> = { 3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };

const [exifPointer, gpsPointer] = [0x8769, 0x8825];

/** Texts of Exif that name people (Exif 3.0, 4.6.5 and 4.6.6), by their tags. */
const naming = { 270: 'ImageDescription', 315: 'Artist', 33432: 'Copyright', 40093: 'XPAuthor' };
const ownerTag = 0xa430;

const placeIn = (tiff: Tiff, gps: Directory): string => {
  const [latitude, longitude] = [tiff.degrees(gps, 2), tiff.degrees(gps, 4)];
  if (latitude === undefined || longitude === undefined) return '?';
  const sign = (tag: number, negative: string): string => (tiff.text(gps, tag) === negative ? '-' : '');
  return `${sign(1, 'S')}${latitude.toFixed(5)}, ${sign(3, 'W')}${longitude.toFixed(5)}`;
};

/** What Exif tells: which camera and when, who, and where. */
const exifProperties = (bytes: Buffer): Property[] => {
  const tiff = new Tiff(bytes);
  const first = tiff.directory(tiff.long(4));
  const inner = (tag: number): Directory => {
    const pointer = first.get(tag);
    return pointer ? tiff.directory(tiff.long(pointer.at)) : new Map();
  };
  const [exif, gps] = [inner(exifPointer), inner(gpsPointer)];
  const camera = [tiff.text(first, 0x010f), tiff.text(first, 0x0110), tiff.text(exif, 0x9003)].filter(Boolean);
  return [
    { name: 'Exif', value: camera.join(' ') || '?' },
    ...Object.entries(naming).map(([tag, name]) => ({ name, value: tiff.text(first, Number(tag)) })),
    { name: 'CameraOwnerName', value: tiff.text(exif, ownerTag) },
    ...(gps.size > 0 ? [{ name: 'GPS', value: placeIn(tiff, gps) }] : []),
  ].filter(({ value }) => value);
};

/** What stands before Exif in JPEG, HEIC and others, in PNG, and in WebP, where a length comes between. */
const exifMarks = ['Exif\0\0', 'eXIf', 'EXIF'].map((mark) => Buffer.from(mark, 'latin1'));

const isTiff = (bytes: Buffer): boolean => ['II*\0', 'MM\0*'].includes(bytes.toString('latin1', 0, 4));

/**
 * What a picture tells of its maker and its place, whatever its type: for what must stay as it is, so that a person can
 * see what becomes public. Throws `RejectedFileError` where it cannot be unpacked.
 */
export const pictureProperties = (picture: Uint8Array): Property[] => {
  const bytes = unpackedPicture(picture);
  if (isSvg(bytes)) return svgProperties(bytes);
  const found: Property[] = isTiff(bytes) ? exifProperties(bytes) : [];
  for (const mark of exifMarks) {
    const at = bytes.indexOf(mark);
    const tiff = [0, 4].map((gap) => bytes.subarray(at + mark.length + gap)).find(isTiff);
    if (at !== -1 && tiff) found.push(...exifProperties(tiff));
  }
  return [...found, ...xmpPropertiesWithin(bytes)];
};
