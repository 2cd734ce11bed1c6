import { type Item, queryAll, queryPage, type Range } from '../../aws/table.ts';
import { noteEnd } from '../../freshness/answer-facts.ts';
import { noteList } from '../store/note-list.ts';
import { projectedJson } from '../store/projection.ts';
import { showcaseTable } from '../store/table.ts';
import { type SitemapItem, sitemapItemSchema, sitemapPartition, sitemapStartsPartition } from './sitemap.ts';

/** Sorts before every key: the first file begins with it. */
export const firstFile = '0';

/** Sorts after every key. */
const last = '~';

/**
 * What has been published up to `now`. '$' follows '#', so that what is published at this very millisecond is included.
 */
const upTo = (now: Date): string => `${now.toISOString()}$`;

/** Both ends are included. */
const between = (partition: string, from: string, to: string): Range => ({ pk: partition, between: [from, to] });

const sortKeyOf = ({ sk }: Item): string => sk?.S ?? '';

/** The sort keys with which the files of the sitemap begin, oldest first: one Query for 10,000 of them. */
export const readSitemapFiles = async (now: Date): Promise<string[]> => {
  const [starts] = await Promise.all([
    queryAll(showcaseTable, between(sitemapStartsPartition, firstFile, upTo(now)), sortKeyOf),
    noteList(sitemapPartition, now),
  ]);
  const first: Range = { ...between(sitemapPartition, firstFile, upTo(now)), limit: 1 };
  const [oldest] = (await queryPage(showcaseTable, first, sortKeyOf)).items;
  return oldest !== undefined && oldest !== starts[0] ? [firstFile, ...starts] : starts;
};

/**
 * Most items of a file: by four languages 5 MB, of which an answer may have 6. Sixteen times the average, so none comes
 * near it.
 */
const mostItems = 1_000;

/** An item of the sitemap, with the time of its publication. */
export interface SitemapEntry extends SitemapItem {
  readonly publishedAt: string;
}

/** What stands in the file that begins with a sort key, oldest first; undefined where none does: two Queries. */
export const readSitemapFile = async (start: string, now: Date): Promise<SitemapEntry[] | undefined> => {
  const starts: Range = { ...between(sitemapStartsPartition, start, last), limit: 2 };
  const { items: keys } = await queryPage(showcaseTable, starts, sortKeyOf);
  if (start > upTo(now) || (start !== firstFile && keys[0] !== start)) return undefined;
  const end = keys.find((key) => key !== start) ?? last;
  const until = end < upTo(now) ? end : upTo(now);
  const file: Range = { ...between(sitemapPartition, start, until), limit: mostItems };
  const [{ items }] = await Promise.all([
    queryPage(showcaseTable, file),
    noteList(end < upTo(now) ? undefined : sitemapPartition, now),
  ]);
  return items.flatMap(({ sk, place, unpublishAt }): SitemapEntry[] => {
    const key = sk?.S ?? '';
    noteEnd(unpublishAt?.S);
    if (key === end || (unpublishAt?.S ?? last) <= now.toISOString()) return [];
    return [{ ...projectedJson(sitemapItemSchema, place), publishedAt: key.split('#')[0] ?? '' }];
  });
};
