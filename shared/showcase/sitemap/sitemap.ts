import { hash } from 'node:crypto';
import * as z from 'zod';
import { type PublishedImage, plainRendition, renditionsOf } from '../../model/files/picture.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { feedSortKey } from '../store/feed-keys.ts';
import { projection } from '../store/projection.ts';
import { endAttributes, type ShowcaseItem } from '../store/write.ts';

/** The partition that lists what has pages, by time of publication. */
export const sitemapPartition = 'SITEMAP';

/** The partition that lists with which of them a sitemap file begins. */
export const sitemapStartsPartition = 'SITEMAP-STARTS';

/** What a sitemap says of an event or an exhibition, in all its languages, as the JSON in one attribute. */
export const sitemapItemSchema = z.strictObject({
  /** An event, where absent. */
  kind: z.literal('exhibition').optional(),
  slugs: z.record(localeSchema, slugSchema),
  /** When it was last published. */
  actedAt: instantSchema.optional(),
  /** The file of its cover below the published media: `<media>/1280.jpg`. */
  image: z.string().optional(),
  /** When consent to show it ends. */
  imageUntil: instantSchema.optional(),
});

export type SitemapItem = z.output<typeof sitemapItemSchema>;

/** The file of a cover that a sitemap names. */
export const sitemapImage = (image: PublishedImage): string =>
  `${image.media}/${plainRendition(renditionsOf(image))?.file ?? ''}`;

/** How many items a sitemap file has on average; by four languages a file of it is some 300 KB. */
const itemsPerFile = 64;

/**
 * True where a sitemap file begins with the item: for one of 64, by a hash of its id. So the bounds of a file depend on
 * its own items only, no count is kept, and a later publication changes one file only.
 */
const beginsFile = (id: string): boolean => Number.parseInt(hash('sha256', id).slice(0, 8), 16) % itemsPerFile === 0;

/**
 * The sitemap's entry of an event or an exhibition. One with a planned end begins no file, since the file has to stay
 * after it.
 */
export const sitemapItems = (
  id: string,
  { publishedAt, unpublishAt }: { readonly publishedAt: string; readonly unpublishAt?: string | undefined },
  place: SitemapItem,
): ShowcaseItem[] => {
  const sk = { S: feedSortKey(publishedAt, id) };
  const item: ShowcaseItem = {
    pk: { S: sitemapPartition },
    sk,
    place: { S: JSON.stringify(projection(sitemapItemSchema, place)) },
    ...endAttributes(unpublishAt),
  };
  return beginsFile(id) && !unpublishAt ? [item, { pk: { S: sitemapStartsPartition }, sk }] : [item];
};
