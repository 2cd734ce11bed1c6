import * as z from 'zod';
import { expiry } from '../../aws/expiry.ts';
import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { queryAll } from '../../aws/table.ts';
import { noticeSchema } from '../../model/events/notice.ts';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { projectedJson, projection } from './projection.ts';
import { showcaseTable } from './table.ts';
import type { ShowcaseItem } from './write.ts';

/** What stands around the content of every page: editors' pages in the navigation, and notices. */
export type FrameKind = 'page' | 'notice';

/** A page or a notice in all its languages, as the JSON in one attribute. */
const frameEntrySchema = z.strictObject({
  texts: z.record(
    localeSchema,
    z.strictObject({ title: z.string(), slug: slugSchema.optional(), summary: z.string().optional() }),
  ),
  /** Of a notice. */
  level: noticeSchema.shape.level,
  url: noticeSchema.shape.url,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
});

/** A page or a notice among those that every page of the site shows. */
export type FrameEntry = z.output<typeof frameEntrySchema> & { readonly id: string };

const partitions = { page: 'EDITORS-PAGES', notice: 'NOTICES' } as const satisfies Record<FrameKind, string>;

/** The entry of a page or a notice, at its place in its list: by time of publication. */
export const frameEntryItem = (
  kind: FrameKind,
  sortKey: string,
  entry: z.input<typeof frameEntrySchema>,
): ShowcaseItem => ({
  pk: { S: partitions[kind] },
  sk: { S: sortKey },
  entry: { S: JSON.stringify(projection(frameEntrySchema, entry)) },
  ...(entry.unpublishAt && expiry(entry.unpublishAt)),
});

/** How long a function trusts what it has read, in milliseconds. */
const trusted = 10_000;

let held: { readonly entries: Promise<Record<FrameKind, FrameEntry[]>>; readonly at: ReadAt } | undefined;

const read = (kind: FrameKind): Promise<FrameEntry[]> =>
  queryAll(showcaseTable, { pk: partitions[kind] }, ({ sk, entry }) => ({
    ...projectedJson(frameEntrySchema, entry),
    id: idSchema.parse(sk?.S?.split('#')[1]),
  }));

/**
 * Every page and notice that is public or will be, by time of publication: they are few, and a function reads them at
 * most once in ten seconds.
 */
export const readFrameEntries = (): Promise<Readonly<Record<FrameKind, FrameEntry[]>>> => {
  if (held && isWithin(trusted, held.at)) return held.entries;
  const reading = {
    entries: Promise.all([read('page'), read('notice')]).then(([page, notice]) => ({ page, notice })),
    at: readNow(),
  };
  held = reading;
  reading.entries.catch(() => {
    if (held === reading) held = undefined;
  });
  return reading.entries;
};
