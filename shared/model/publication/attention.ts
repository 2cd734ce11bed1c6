import * as z from 'zod';
import { idSchema } from '../id.ts';
import { fieldLocationSchema } from '../json/field-location.ts';
import { mentionKinds } from '../names/mention-kind.ts';
import { instantSchema } from '../time/instant.ts';

/** Why a text must be looked at: a consent was narrowed or has ended, or the artist was erased. */
export const attentionCauses = ['consent', 'erasure'] as const;

/**
 * A text that still names a person whose name is withheld by now. It says where, and never whom: after an erasure no
 * other trace of the name is left.
 */
export const attentionSchema = z.strictObject({
  id: idSchema,
  place: fieldLocationSchema,
  exhibitionId: idSchema.optional(),
  artworkId: idSchema,
  cause: z.enum(attentionCauses),
  match: z.enum(mentionKinds),
  textHash: z.string(),
  /** Since when the entry had the name that was found; absent where it never had another. */
  namedAt: instantSchema.optional(),
  foundAt: instantSchema,
  /** The editor who has changed the text since, and when; the public reads the old one still. */
  changed: z.strictObject({ by: z.string(), at: instantSchema }).optional(),
});

export type Attention = z.output<typeof attentionSchema>;
