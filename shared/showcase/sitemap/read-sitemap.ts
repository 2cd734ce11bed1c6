import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { projectedJson } from '../store/projection.ts';
import { type SitemapItem, sitemapItemSchema, sitemapPartition, sitemapStartsPartition } from './sitemap.ts';

/** Comes before every sort key: the first file begins with it. */
export const firstFile = '0';

/** Comes after every sort key. */
const last = '~';

/** What has been published up to `now`. '$' follows '#', so that what is published at this very millisecond is included. */
const upTo = (now: Date): string => `${now.toISOString()}$`;

/** Both ends are included. */
const between = (partition: string, from: string, to: string): QueryCommandInput => ({
  TableName: env.showcaseTable,
  KeyConditionExpression: 'pk = :list AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':list': { S: partition }, ':from': { S: from }, ':to': { S: to } },
});

/** The sort keys with which the files of the sitemap begin, oldest first: one Query for 10,000 of them. */
export const readSitemapFiles = async (now: Date): Promise<string[]> => {
  const items = await queryAll(between(sitemapStartsPartition, firstFile, upTo(now)));
  const starts = items.map(({ sk }) => sk?.S ?? '');
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({ ...between(sitemapPartition, firstFile, upTo(now)), Limit: 1 }),
  );
  const oldest = Items[0]?.sk?.S;
  return oldest !== undefined && oldest !== starts[0] ? [firstFile, ...starts] : starts;
};

/** Most items of a file: by four languages 5 MB, of which an answer may have 6. Sixteen times the average, so none comes near it. */
const mostItems = 1_000;

/** An item of the sitemap, with the time of its publication. */
export interface SitemapEntry extends SitemapItem {
  readonly publishedAt: string;
}

/** What stands in the file that begins with a sort key, oldest first; undefined where none does: two Queries. */
export const readSitemapFile = async (start: string, now: Date): Promise<SitemapEntry[] | undefined> => {
  const { Items: starts = [] } = await dynamodb.send(
    new QueryCommand({ ...between(sitemapStartsPartition, start, last), Limit: 2 }),
  );
  const keys = starts.map(({ sk }) => sk?.S ?? '');
  if (start > upTo(now) || (start !== firstFile && keys[0] !== start)) return undefined;
  const end = keys.find((key) => key !== start) ?? last;
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({ ...between(sitemapPartition, start, end < upTo(now) ? end : upTo(now)), Limit: mostItems }),
  );
  return Items.flatMap(({ sk, place, unpublishAt }): SitemapEntry[] => {
    const key = sk?.S ?? '';
    if (key === end || (unpublishAt?.S ?? last) <= now.toISOString()) return [];
    return [{ ...projectedJson(sitemapItemSchema, place), publishedAt: key.split('#')[0] ?? '' }];
  });
};
