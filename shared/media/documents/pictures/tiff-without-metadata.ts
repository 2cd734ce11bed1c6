/** Entries of a TIFF that are for its pixels (TIFF 6.0; technical notes 1 and 2; ICC.1:2022, B.4), by their tags. */
const forPixels = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284],
  ...[290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 330, 332, 334],
  ...[336, 338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675],
]);

/** Entries that lead to further pictures, and to directories that tell: of Exif, GPS and devices. */
const [picturesTag, tellingDirectories] = [330, new Set([0x8769, 0x8825, 0xa005])];

/** Bytes of a value, by its type. */
const sizes: Readonly<Record<number, number>> = { 3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 };

/** Most directories: pages, and what they have beside them. */
const maxDirectories = 10_000;

interface Entry {
  readonly at: number;
  readonly tag: number;
  /** Where its values are, and how many bytes. */
  readonly from: number;
  readonly length: number;
}

/** A TIFF whose directories are emptied where they tell something; its pixels stay where they are. */
class Cleaner {
  readonly bytes: Buffer;
  readonly #isLittle: boolean;
  readonly #seen = new Set<number>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#isLittle = bytes[0] === 0x49;
  }

  /** Follows the pages from where the file begins. Throws `RangeError` behind the end of a damaged one. */
  clean(): Buffer {
    this.#follow(this.#long(4), (at) => this.#cleanDirectory(at));
    return this.bytes;
  }

  #follow(first: number, clean: (at: number) => number): void {
    for (let at = first; at !== 0 && !this.#seen.has(at); at = clean(at)) {
      this.#seen.add(at);
      if (this.#seen.size > maxDirectories) throw new RangeError('There are too many directories.');
    }
  }

  /** Keeps what is for the pixels; gives where the next directory is. */
  #cleanDirectory(at: number): number {
    const entries = this.#entries(at);
    const end = at + 2 + 12 * entries.length;
    const next = this.#long(end);
    for (const entry of entries) {
      if (entry.tag === picturesTag) this.#followPictures(entry);
      if (!forPixels.has(entry.tag)) this.#erase(entry);
    }
    const kept = entries
      .filter(({ tag }) => forPixels.has(tag))
      .map((entry) => Buffer.from(this.bytes.subarray(entry.at, entry.at + 12)));
    const directory = Buffer.concat([...kept, Buffer.from(this.bytes.subarray(end, end + 4))]);
    this.bytes.fill(0, at + 2, end + 4);
    directory.copy(this.bytes, at + 2);
    if (this.#isLittle) this.bytes.writeUInt16LE(kept.length, at);
    else this.bytes.writeUInt16BE(kept.length, at);
    return next;
  }

  #followPictures({ from, length }: Entry): void {
    for (let at = from; at < from + length; at += 4) this.#follow(this.#long(at), (one) => this.#cleanDirectory(one));
  }

  #erase({ at, tag, from, length }: Entry): void {
    if (tellingDirectories.has(tag)) this.#follow(this.#long(at + 8), (one) => this.#eraseDirectory(one));
    this.bytes.fill(0, from, from + length);
  }

  #eraseDirectory(at: number): number {
    const entries = this.#entries(at);
    for (const entry of entries) this.#erase(entry);
    this.bytes.fill(0, at, at + 2 + 12 * entries.length);
    return 0;
  }

  #entries(at: number): Entry[] {
    return Array.from({ length: this.#short(at) }, (_, n) => {
      const entry = at + 2 + 12 * n;
      const length = this.#long(entry + 4) * (sizes[this.#short(entry + 2)] ?? 1);
      const from = length > 4 ? this.#long(entry + 8) : entry + 8;
      if (from + length > this.bytes.length) throw new RangeError('A value lies behind the end.');
      return { at: entry, tag: this.#short(entry), from, length };
    });
  }

  #short(at: number): number {
    return this.#isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  #long(at: number): number {
    return this.#isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }
}

/** A TIFF without what it tells; `undefined` where it is damaged. */
export const tiffWithoutMetadata = (bytes: Buffer): Buffer | undefined => {
  try {
    return new Cleaner(Buffer.from(bytes)).clean();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
