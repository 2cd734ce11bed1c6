import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSimilarPairs, type SimilarPair } from '../../../../shared/model/exhibitions/similar-pairs.ts';
import { similarityThreshold } from '../../../../shared/model/files/fingerprint.ts';
import { fingerprintDistance } from '../../../support/files/fingerprint-distance.ts';

/** All with all, as it was done before. */
const naively = (prints: readonly string[], most: number): SimilarPair[] =>
  prints
    .flatMap((print, one) =>
      prints.slice(one + 1).map((next, n) => {
        return { one, other: one + 1 + n, distance: fingerprintDistance(print, next) };
      }),
    )
    .filter(({ distance }) => distance <= similarityThreshold)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most);

const hex = (bits: readonly number[]): string =>
  Array.from({ length: 64 }, (_, n) => Number.parseInt(bits.slice(n * 4, n * 4 + 4).join(''), 2).toString(16)).join('');

const dense = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 256, maxLength: 256 });

/** Little is on the paper: most bits are 0, and many pairs are near. */
const sparse = fc
  .uniqueArray(fc.nat({ max: 255 }), { maxLength: 60 })
  .map((set) => Array.from({ length: 256 }, (_, n) => Number(set.includes(n))));

/** Fingerprints around a few, each with some bits turned; often the same one again. */
const prints = fc.array(fc.oneof(dense, sparse), { minLength: 1, maxLength: 4 }).chain((centres) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...centres), fc.uniqueArray(fc.nat({ max: 255 }), { maxLength: 70 }))
      .map(([centre, turned]) => {
        const bits = [...centre];
        for (const bit of turned) bits[bit] = 1 - (bits[bit] ?? 0);
        return hex(bits);
      }),
    { maxLength: 40 },
  ),
);

describe('pairs that are alike', () => {
  it('are those that comparing all with all finds, in the same order, and the first of them', () => {
    fc.assert(
      fc.property(prints, fc.integer({ min: 1, max: 900 }), (all, most) => {
        expect(findSimilarPairs(all, most)).toEqual(naively(all, most));
      }),
      { numRuns: 300 },
    );
  });

  it('are those of which one matters, where that is said', () => {
    fc.assert(
      fc.property(prints, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (all, matters) => {
        const expected = naively(all, 9_999).filter(({ one, other }) => matters[one] || matters[other]);
        expect(findSimilarPairs(all, 20, matters)).toEqual(expected.slice(0, 20));
      }),
    );
  });

  it('are found at the furthest distance that counts, and not one bit further', () => {
    const ones = (count: number) => hex(Array.from({ length: 256 }, (_, n) => Number(n < count)));
    expect(findSimilarPairs([ones(0), ones(similarityThreshold)], 9)).toEqual([
      { one: 0, other: 1, distance: similarityThreshold },
    ]);
    expect(findSimilarPairs([ones(0), ones(similarityThreshold + 1)], 9)).toEqual([]);
    expect(findSimilarPairs([], 9)).toEqual([]);
  });

  it('are few where thousands are the same: no more is kept than is asked for', () => {
    const same = Array.from({ length: 20_000 }, () => 'f'.repeat(64));
    expect(findSimilarPairs(same, 500)).toEqual(
      Array.from({ length: 500 }, (_, n) => ({ one: 0, other: n + 1, distance: 0 })),
    );
  });

  it('are found among thousands of others', () => {
    const others = Array.from({ length: 2_000 }, () => randomBytes(32).toString('hex'));
    const all = [...others, others[3] ?? '', others[1_998] ?? ''];
    expect(findSimilarPairs(all, 500).map(({ one, other }) => [one, other])).toEqual([
      [3, 2_000],
      [1_998, 2_001],
    ]);
  });
});
