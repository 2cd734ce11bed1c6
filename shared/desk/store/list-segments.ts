import type * as z from 'zod';
import { fromDocument } from '../../aws/document.ts';
import { type Page, queryPage } from '../../aws/table.ts';
import { deskTable, listIndex } from './table.ts';

/** How far the index may lag behind the table, in milliseconds. */
export const indexLagMs = 10_000;

/** A section of a partition of the index: all of it, or what lies beyond `from` in the direction of reading. */
interface ListSegment {
  readonly list: string;
  readonly isAscending?: boolean;
  readonly from?: string | undefined;
}

/** A document in a list, and its place there: what a cursor holds. */
interface Listed<T> {
  readonly item: T;
  readonly place: string;
}

/** A page of a list; `last` is the place to go on from where there may be more. */
export type ListPage<T> = Page<Listed<T>>;

/** At most `limit` documents of a segment, with their sort keys. */
export const readSegment = <S extends z.ZodType>(
  { list, isAscending = false, from }: ListSegment,
  schema: S,
  limit: number,
): Promise<ListPage<z.output<S>>> =>
  queryPage(
    deskTable,
    { pk: list, index: listIndex, after: from, order: isAscending ? 'ascending' : 'descending', limit },
    ({ doc, listSk }) => ({ item: fromDocument(schema, doc), place: listSk?.S ?? '' }),
  );

/**
 * A page of several segments, one after the other: a place is the number of the segment and the sort key in it. Items
 * that `isListed` refuses are left out. They must be rare in every segment, since reading one costs as much as a listed
 * one.
 */
export const readSegments = async <S extends z.ZodType>(
  segments: readonly ListSegment[],
  schema: S,
  { limit, after, isListed }: { limit: number; after: string | undefined; isListed: (item: z.output<S>) => boolean },
): Promise<ListPage<z.output<S>>> => {
  const [number = '0', key] = after?.split(';') ?? [];
  const found: Listed<z.output<S>>[] = [];
  for (const [n, segment] of segments.entries()) {
    if (n < Number(number)) continue;
    let from = n === Number(number) && key !== undefined ? furtherOf(segment, key) : segment.from;
    do {
      const page = await readSegment({ ...segment, from }, schema, limit - found.length);
      found.push(
        ...page.items.filter(({ item }) => isListed(item)).map(({ item, place }) => ({ item, place: `${n};${place}` })),
      );
      if (found.length === limit) return { items: found, last: found.at(-1)?.place ?? '' };
      from = page.last;
    } while (from !== undefined);
  }
  return { items: found };
};

/** Where to continue after a key: time may have moved the beginning of the segment beyond it. */
const furtherOf = ({ from = '', isAscending }: ListSegment, key: string): string =>
  isAscending && from > key ? from : key;
