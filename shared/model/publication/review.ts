import * as z from 'zod';
import { paragraphsOfText } from '../text/text.ts';
import { instantSchema } from '../time/instant.ts';

/** What one says to the other in a review. */
export const reviewNoteSchema = paragraphsOfText(1_000);

/** The last step of a review: a contributor has asked for it, or an editor has sent the event back. */
export const reviewSchema = z.strictObject({
  step: z.enum(['asked', 'returned']),
  note: reviewNoteSchema.optional(),
  createdAt: instantSchema,
  createdBy: z.string(),
});

export type Review = z.output<typeof reviewSchema>;
