import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { writeMany } from '../../../shared/aws/write-many.ts';
import { prefixesWithSuffixes } from '../../../shared/model/text/search-prefixes.ts';
import { termsOf, wantedTerms } from '../../../shared/model/text/search-terms.ts';
import { search } from '../../../shared/showcase/search/search.ts';
import { allReaders, postingsOf, toIndexedContent } from '../../../shared/showcase/search/search-postings.ts';
import { feedSortKey } from '../../../shared/showcase/store/feed-keys.ts';
import { showcaseTable } from '../../../shared/showcase/store/table.ts';
import { cardItem, itemWrite } from '../../../shared/showcase/store/write.ts';
import { startSearch } from '../../support/tables/search-showcase.ts';

let showcase: Awaited<ReturnType<typeof startSearch>>;

/** How many texts of a hundred have each word: from most to few, and two that begin alike. */
const shares = { ümumi: 80, tez: 50, seyrək: 8, azsaylı: 3, nadir: 1, beynəlxalq: 60, beynəlmiləl: 5 } as const;
const texts: { id: string; terms: string[] }[] = [];

beforeAll(async () => {
  showcase = await startSearch();
  const random = (n: number, salt: number) => Math.abs(Math.sin(n * 12.9898 + salt * 78.233) * 43758.5453) % 1;
  const items = [];
  for (let n = 0; n < 400; n += 1) {
    // Every few share one moment, and the id decides.
    const time = Date.UTC(2024, 0, 1) - Math.floor(n / 3) * 3_600_000;
    const [id, publishedAt] = [ulid(time), new Date(time).toISOString()];
    const words = Object.entries(shares).flatMap(([word, share], salt) =>
      random(n, salt) * 100 < share ? [word] : [],
    );
    const terms = termsOf(...words, n % 2 ? 'tək' : 'cüt');
    texts.push({ id, terms });
    const readers = n % 3 ? [allReaders] : ['az'];
    const listed = toIndexedContent({ publishedAt, texts: [{ readers, terms }] });
    const card = { title: 'T', locale: 'az', slug: 's', category: 'events' };
    items.push(...postingsOf(id, listed).values(), cardItem('FEED#az#*', feedSortKey(publishedAt, id), card));
  }
  await writeMany(showcaseTable, items.map(itemWrite));
});
afterAll(() => showcase.stop());

/** Every id that a query finds, page after page, and how many pages were empty. */
const walk = async (q: string, limit: number, readUnits?: number) => {
  const ids: string[] = [];
  const order: string[] = [];
  let [after, empty]: [string | undefined, number] = [undefined, 0];
  do {
    const page = { limit, after, now: new Date(), ...(readUnits !== undefined && { readUnits }) };
    const { entries, last } = await search({ locale: 'az', terms: wantedTerms(q) }, page);
    expect(entries.length).toBeLessThanOrEqual(limit);
    order.push(...entries.map(({ sortKey }) => sortKey));
    ids.push(...entries.map(({ sortKey }) => sortKey.split('#')[1] ?? ''));
    if (last !== undefined && entries.length === 0) empty += 1;
    expect(last === undefined || after === undefined || last < after).toBe(true);
    after = last;
  } while (after !== undefined);
  expect(order).toEqual(order.toSorted().toReversed());
  return { ids, empty };
};

const expected = (q: string): string[] =>
  texts.flatMap(({ id, terms }) =>
    wantedTerms(q).every((wanted) => terms.some((term) => term.startsWith(wanted))) ? [id] : [],
  );

const vocabulary = [...Object.keys(shares), 'tək', 'cüt', 'yox'];
const queryWord = fc
  .tuple(fc.constantFrom(...vocabulary), fc.nat(12))
  .map(([word, cut]) => word.slice(0, Math.max(1, word.length - cut)));

describe('walking through what is found by its cursors', () => {
  it('meets everything once, in order, whatever is asked for and however little may be read at a time', async () => {
    const scenario = fc.asyncProperty(
      fc.array(queryWord, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 3, max: 50 }),
      fc.constantFrom(undefined, 0, 1, 3),
      async (words, limit, readUnits) => {
        const { ids } = await walk(words.join(' '), limit, readUnits);
        expect(ids.toSorted()).toEqual(expected(words.join(' ')).toSorted());
      },
    );
    await fc.assert(scenario, { numRuns: 40 });
  });

  it('passes over what does not fit with empty pages that lead on', async () => {
    const { ids, empty } = await walk('tək cüt', 20, 2);
    expect(ids).toEqual([]);
    expect(empty).toBeGreaterThan(0);
    expect((await walk('tək cüt', 20)).empty).toBe(0);
  });

  it('asks for the places of a rare word all at once, rather than for one after the other', async () => {
    const calls = vi.spyOn(dynamodb, 'send');
    const { ids } = await walk('azsaylı ümumi', 50);
    expect(ids.toSorted()).toEqual(expected('azsaylı ümumi').toSorted());
    expect(ids.length).toBeGreaterThan(5);
    // Of what is shown to all readers and to those of the language: a Query of each word, also among artworks, and one
    // call for the places. Then the cards.
    expect(calls).toHaveBeenCalledTimes(11);
    calls.mockRestore();
  });

  it('ends without a cursor on a page that holds the last of it', async () => {
    const count = expected('nadir').length;
    expect(count).toBeGreaterThan(0);
    for (const limit of [count, count + 1]) {
      const page = { limit, after: undefined, now: new Date() };
      expect((await search({ locale: 'az', terms: ['nadir'] }, page)).last).toBeUndefined();
    }
  });

  it('tells words from others that are listed with them', async () => {
    expect(prefixesWithSuffixes(termsOf('beynəlxalq beynəlmiləl')).get('beyne')).toBe(' lm lx');
    const { ids } = await walk('beynəlm', 20);
    expect(ids.toSorted()).toEqual(expected('beynəlmiləl').toSorted());
    expect(ids.length).toBeLessThan(expected('beynəl').length);
  });
});
