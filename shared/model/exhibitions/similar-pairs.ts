import { similarityThreshold } from '../files/fingerprint.ts';

/** Two pictures by their places in a list, and in how many bits their fingerprints differ. */
export interface SimilarPair {
  readonly one: number;
  readonly other: number;
  readonly distance: number;
}

/** A fingerprint has 256 bits: eight words of 32. */
const words = 8;

/** How many bits are set in each four of a word (Hacker's Delight, section 5-1). */
const inFours = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
};

/** The sums of fours, each at most 8, in the four bytes of a word. */
const inBytes = (fours: number): number => (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);

/** How many bits are set in four words together. */
const bitsIn = (a: number, b: number, c: number, d: number): number =>
  Math.imul(inBytes(inFours(a) + inFours(b)) + inBytes(inFours(c) + inFours(d)), 0x01010101) >>> 24;

const wordsOf = (fingerprints: readonly string[]): Int32Array =>
  Int32Array.from({ length: fingerprints.length * words }, (_, n) =>
    Number.parseInt(fingerprints[Math.floor(n / words)]?.slice((n % words) * 8, (n % words) * 8 + 8) ?? '', 16),
  );

/** In how many bits the half of a fingerprint that begins at `x` differs from that at `y`. */
const halfDistance = (all: Int32Array, x: number, y: number): number =>
  bitsIn(
    (all[x] ?? 0) ^ (all[y] ?? 0),
    (all[x + 1] ?? 0) ^ (all[y + 1] ?? 0),
    (all[x + 2] ?? 0) ^ (all[y + 2] ?? 0),
    (all[x + 3] ?? 0) ^ (all[y + 3] ?? 0),
  );

/**
 * The pairs of fingerprints that are alike, nearest first and then in the order of the list: the first `most` of them.
 * Where `matters` is given, those of which one at least does.
 *
 * Every pair is looked at, since 50 bits of 256 are too many for an index to leave any out: 16 bands of 16 bits would
 * have to be looked up in 697 spellings each. It is the look that costs little: numbers instead of text, and no more of
 * them than it takes to know. As soon as there are enough pairs, only nearer ones are looked for; among many that are
 * the same it ends there.
 */
export const findSimilarPairs = (
  fingerprints: readonly string[],
  most: number,
  matters?: readonly boolean[],
): SimilarPair[] => {
  const all = wordsOf(fingerprints);
  const weights = Int32Array.from(fingerprints, (_, n) => {
    const half = (at: number) => bitsIn(...(all.subarray(at, at + 4) as unknown as [number, number, number, number]));
    return half(n * words) + half(n * words + 4);
  });
  const byDistance = Array.from({ length: similarityThreshold + 1 }, (): SimilarPair[] => []);
  // Further apart than `wanted`, a pair is none of the first: so many that are no further have come before it.
  let [wanted, found] = [similarityThreshold, 0];
  for (let one = 0; one < fingerprints.length; one += 1) {
    const weight = weights[one] ?? 0;
    for (let other = one + 1; other < fingerprints.length; other += 1) {
      if (matters && !matters[one] && !matters[other]) continue;
      // They differ in as many bits at least as one has more of them.
      if (Math.abs(weight - (weights[other] ?? 0)) > wanted) continue;
      let distance = halfDistance(all, one * words, other * words);
      if (distance > wanted) continue;
      distance += halfDistance(all, one * words + 4, other * words + 4);
      if (distance > wanted) continue;
      byDistance[distance]?.push({ one, other, distance });
      found += 1;
      while (wanted >= 0 && found >= most) {
        found -= byDistance[wanted]?.length ?? 0;
        wanted -= 1;
      }
      if (wanted < 0) return byDistance.flat().slice(0, most);
    }
  }
  return byDistance.flat().slice(0, most);
};
