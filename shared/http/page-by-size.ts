import { toCursor } from './cursor.ts';

/**
 * Most bytes that the items of a page take. Lambda answers at most 6 MB, and an answer is JSON inside of JSON: four
 * leave room for the rest, in any coding.
 */
export const maxPageBytes = 4 * 1024 * 1024;

/** How many bytes a value takes in an answer that is not compressed: Lambda returns the JSON as a string in JSON. */
export const answerBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(JSON.stringify(value) ?? ''));

/** As many of the items, from the first on, as fit into `bytes`; at least one, if there is one. */
export const itemsWithinBytes = <T>(items: readonly T[], bytes = maxPageBytes): T[] => {
  let left = bytes;
  const end = items.findIndex((item, n) => {
    left -= answerBytes(item);
    return left < 0 && n > 0;
  });
  return items.slice(0, end === -1 ? items.length : end);
};

/**
 * A page of a list: the items that fit into an answer. `itemKeyText` gives the sort key of the n-th item's record,
 * where the next page starts if this one was cut; `last` is where it starts otherwise.
 */
export const pageOf = <T>(
  list: string,
  items: readonly T[],
  keyOf: (index: number) => string,
  last: string | undefined,
): { items: T[]; nextCursor?: string } => {
  const shown = itemsWithinBytes(items);
  const next = shown.length < items.length ? keyOf(shown.length - 1) : last;
  return { items: shown, ...(next !== undefined && { nextCursor: toCursor(list, next) }) };
};
