import { endOfScan } from './end-of-scan.ts';

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** How many coefficients an eight by eight block has. */
const coefficients = 64;

/**
 * The coefficients of each component that the scans so far have given to their last bit: a progressive image comes in
 * several scans, each a part of them.
 */
class Scans {
  readonly #given = new Map<number, Set<number>>();
  readonly #components: number[] = [];

  addFrame(segment: Buffer): void {
    for (let n = 0; n < (segment[5] ?? 0); n += 1) this.#components.push(segment[6 + 3 * n] ?? 0);
  }

  addScan(segment: Buffer): void {
    const count = segment[0] ?? 0;
    const [first = 0, last = 0, precision = 0] = segment.subarray(1 + 2 * count);
    // Later scans give the lower bits.
    if ((precision & 0xf) !== 0) return;
    for (let n = 0; n < count; n += 1) {
      const component = segment[1 + 2 * n] ?? 0;
      const given = this.#given.get(component) ?? new Set();
      for (let k = first; k <= Math.min(last, coefficients - 1); k += 1) given.add(k);
      this.#given.set(component, given);
    }
  }

  get areComplete(): boolean {
    const isWhole = (component: number) => this.#given.get(component)?.size === coefficients;
    return this.#components.length > 0 && this.#components.every(isWhole);
  }
}

/**
 * A JPEG that lacks the marker at its end (ITU-T T.81, annex B), as some cameras and programs leave it out, without
 * what there is of that marker; `undefined` where it has one, or lacks a whole scan too. Whether the last scan is
 * complete, only its decoder can tell.
 */
export const jpegWithoutEnd = (bytes: Buffer): Buffer | undefined => {
  const scans = new Scans();
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, end);
    if (isFrame(marker)) scans.addFrame(segment);
    if (marker === 0xda) scans.addScan(segment);
    at = marker === 0xda ? endOfScan(bytes, end) : end;
  }
  if (at < bytes.length || !scans.areComplete) return undefined;
  return bytes.at(-1) === 0xff ? bytes.subarray(0, -1) : bytes;
};
