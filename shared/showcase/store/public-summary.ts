import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { ItemKind } from '../../model/events/event-kind.ts';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { projectedJson, projection } from './projection.ts';

/**
 * What is public of an event or an exhibition, in short. It stands in one item that every edition writes, so that the
 * consumers of the table's stream learn of each publication, withdrawal and rebuild once, and from one place.
 */
const publicSummarySchema = z.strictObject({
  /** Grows with every edition. */
  edition: z.int().positive(),
  /** When staff last published or withdrew it; a rebuild keeps it. */
  actedAt: instantSchema.optional(),
  /** Absent where it was withdrawn. */
  publication: z
    .strictObject({
      publishedAt: instantSchema,
      unpublishAt: instantSchema.optional(),
      /** The slug of each published language. */
      slugs: z.record(localeSchema, slugSchema),
      category: slugSchema,
      campaign: slugSchema.optional(),
      /** The languages whose readers it is listed for; those that it is published in, where absent. */
      readers: z.array(localeSchema).optional(),
      /** Where the media of an event's cover are; each artwork of an exhibition has its own. */
      media: z.string().optional(),
      /** Where those of its other pictures and of its files are. */
      gallery: z.array(z.string()).optional(),
      /** A name for all that it shows: an act that leaves it as it is has changed nothing. */
      digest: z.string().optional(),
    })
    .optional(),
});

export type PublicSummary = z.output<typeof publicSummarySchema>;

/** The attribute that holds the public summary of an item. */
export const publicSummaryAttribute = (publicSummary: PublicSummary): { face: AttributeValue.SMember } => ({
  face: { S: JSON.stringify(projection(publicSummarySchema, publicSummary)) },
});

/** What can be public. */
export type PublicKind = ItemKind | 'exhibition';

/** How the public side of an event or an exhibition has changed. */
export interface PublicChange {
  readonly kind: PublicKind;
  readonly id: string;
  /** Absent where it had never been public. */
  readonly before?: PublicSummary | undefined;
  /** True where the previous summary cannot be read. */
  readonly isBeforeUnknown?: boolean;
  /** Absent where no trace of it is left in public: a scheduled publication was cancelled. */
  readonly after?: PublicSummary | undefined;
}

const kinds = { EVENT: 'event', EXHIBITION: 'exhibition', 'EDITORS-PAGE': 'page', NOTICE: 'notice' } as const;

type Prefix = keyof typeof kinds;

const keySchema = z
  .templateLiteral([z.enum(Object.keys(kinds) as Prefix[]), '#', z.string()])
  .transform((pk) => pk.split('#') as [Prefix, string]);

type Image = Readonly<Record<string, { S?: string | undefined }>> | undefined;

/** The public summary in an item. Throws where it is not valid. */
export const publicSummaryIn = (image: Image): PublicSummary | undefined =>
  image?.face?.S === undefined ? undefined : projectedJson(publicSummarySchema, image.face);

/**
 * The change that a record of the table's stream tells of, by the images of the item with the public summary. Throws
 * where it tells of none. The previous summary need not be readable: the change may be the repair of an unreadable
 * item.
 */
export const publicChange = (keys: Image, before: Image, after: Image): PublicChange => {
  const [kind, text] = keySchema.parse(keys?.pk?.S);
  const [id, next] = [idSchema.parse(text), publicSummaryIn(after)];
  try {
    return { kind: kinds[kind], id, before: publicSummaryIn(before), after: next };
  } catch {
    return { kind: kinds[kind], id, after: next, isBeforeUnknown: true };
  }
};
