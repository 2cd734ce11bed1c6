import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/locale.ts';
import { slugSchema } from '../../model/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { projectedJson, projection } from './projection.ts';

/**
 * What is public of an event or an exhibition, in short. It stands in one item that every edition writes, so that whoever follows the
 * table's stream learns of each publication, withdrawal and rebuild once, and from one place.
 */
const publicSummarySchema = z.strictObject({
  /** Grows with every edition. */
  edition: z.int().positive(),
  /** When somebody published or withdrew it: the same after a rebuild. */
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
      /** Where the media of an event's cover lie; an exhibition has as many as artworks. */
      media: z.string().optional(),
    })
    .optional(),
});

export type PublicSummary = z.output<typeof publicSummarySchema>;

/** The attribute in which an item carries a face. */
export const publicSummaryAttribute = (face: PublicSummary): { face: AttributeValue.SMember } => ({
  face: { S: JSON.stringify(projection(publicSummarySchema, face)) },
});

/** What became of the public side of an event or an exhibition. */
export interface PublicChange {
  readonly kind: 'event' | 'exhibition';
  readonly id: string;
  /** Absent where the public had never heard of it. */
  readonly before?: PublicSummary | undefined;
  /** True where it cannot be read what was public before. */
  readonly isBeforeUnknown?: boolean;
  /** Absent where it is as if it had never been: what was scheduled was taken back. */
  readonly after?: PublicSummary | undefined;
}

const kinds = { EVENT: 'event', EXHIBITION: 'exhibition' } as const;

const keySchema = z
  .templateLiteral([z.enum(['EVENT', 'EXHIBITION']), '#', z.string()])
  .transform((pk) => pk.split('#') as ['EVENT' | 'EXHIBITION', string]);

type Image = Readonly<Record<string, { S?: string | undefined }>> | undefined;

/** The face that an item carries. Throws where it is none. */
export const publicSummaryIn = (image: Image): PublicSummary | undefined =>
  image?.face?.S === undefined ? undefined : projectedJson(publicSummarySchema, image.face);

/**
 * The change that a record of the table's stream tells of, by the images of the item that carries the face. Throws where it tells of none.
 * What was before need not be readable: it is what mends an unreadable item that comes after it.
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
