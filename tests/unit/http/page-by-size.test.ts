import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromIdCursor } from '../../../shared/http/cursor.ts';
import { answerBytes, itemsWithinBytes, maxPageBytes, pageOf } from '../../../shared/http/page-by-size.ts';

/** What Lambda gives back of an answer, in bytes. */
const payload = (body: unknown): number =>
  Buffer.byteLength(JSON.stringify({ statusCode: 200, headers: {}, body: JSON.stringify(body) }));

/** Most bytes that Lambda answers. */
const lambdaBytes = 6 * 1024 * 1024;

describe('a page of a list', () => {
  it.each([
    ['quotation marks, each of which is escaped twice', '"', 4],
    ['backslashes', '\\', 4],
    ['signs of four bytes', '🎨', 4],
    ['letters', 'a', 1],
  ])('of a hundred items of %s is less than Lambda answers, and all of them where they fit', (_, sign, bytes) => {
    const filling = maxPageBytes / 100 / bytes;
    for (const share of [0.001, 0.1, 0.85, 1.05, 1.5]) {
      const length = Math.round(share * filling);
      const items = Array.from({ length: 100 }, (_value, n) => ({ id: String(n), text: sign.repeat(length) }));
      const shown = itemsWithinBytes(items);
      expect(payload({ items: shown, nextCursor: 'x' })).toBeLessThan(lambdaBytes);
      expect(shown.length === 100, `${share}`).toBe(share < 1);
      // None is left out that would have fitted.
      if (share > 1) expect(answerBytes(items.slice(0, shown.length + 1))).toBeGreaterThan(maxPageBytes * 0.9);
    }
  });

  it('has one item at least, so that a reader gets on', () => {
    expect(itemsWithinBytes(['x'.repeat(maxPageBytes * 2), 'y'])).toHaveLength(1);
    expect(itemsWithinBytes([])).toEqual([]);
  });

  it('leads through all items in their order, wherever it was cut and whatever the list says of more', () => {
    // One item of three is so large that two of its kind may fill a page: to write megabytes as JSON takes long.
    const size = fc.oneof({ weight: 2, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fc.nat(2_500_000) });
    const sizes = fc.array(size, { minLength: 1, maxLength: 12 });
    const idAt = (n: number) => String(n).padStart(26, '0');
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        const items = all.map((size, n) => ({ id: idAt(n), text: 'x'.repeat(size) }));
        const seen: string[] = [];
        for (let cursor: string | undefined, pages = 0; pages <= items.length; pages += 1) {
          const after = fromIdCursor('list', cursor);
          const from = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1;
          const read = items.slice(from, from + limit);
          const last = from + limit < items.length ? read.at(-1)?.id : undefined;
          const page = pageOf('list', read, (n) => read[n]?.id ?? '', last);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
          if (cursor === undefined) break;
        }
        expect(seen).toEqual(items.map(({ id }) => id));
      }),
      { numRuns: 30 },
    );
  });
});
