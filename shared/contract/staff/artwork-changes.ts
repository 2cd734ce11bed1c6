import * as z from 'zod';
import { maxArtworkChanges } from '../../model/exhibitions/artwork.ts';
import { idSchema } from '../../model/id.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { problemSchema } from '../problem.ts';
import { staffArtworkSchema } from './exhibition-schemas.ts';

/**
 * A patch as it comes: `changeArtworks` checks each by `artworkPatchSchema` on its own, so that an invalid one stops no
 * other.
 */
export const rowPatchSchema = z.looseObject({});

const artworkChangeSchema = z.strictObject({
  artworkId: idSchema,
  version: z.int().positive(),
  patch: rowPatchSchema,
});

export type ArtworkChange = z.output<typeof artworkChangeSchema>;

/** Changes of artworks, each of another one. */
export const artworkChangesSchema = z.strictObject({
  changes: z
    .array(artworkChangeSchema)
    .min(1)
    .max(maxArtworkChanges)
    .refine(
      (changes) => new Set(changes.map(({ artworkId }) => artworkId)).size === changes.length,
      issueCode('duplicates'),
    ),
});

/** The outcome of one change: the artwork as it is now, or the problem for which the change was refused. */
export const artworkChangeOutcomeSchema = z.strictObject({
  artworkId: idSchema,
  outcome: z.enum(['changed', 'refused']),
  version: z.int().positive().optional(),
  artwork: staffArtworkSchema.optional(),
  problem: problemSchema.optional(),
});

export type ArtworkChangeOutcome = z.input<typeof artworkChangeOutcomeSchema>;
