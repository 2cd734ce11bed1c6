import * as z from 'zod';
import { expiry } from '../../aws/expiry.ts';
import { type Cancellation, cancellationSchema, lastEndOf } from '../../model/events/cancellation.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { projection } from './projection.ts';
import type { ShowcaseItem } from './write.ts';

/**
 * What calendars are told of something that was withdrawn, as it is stored: in a partition of its own, so that no page
 * of a feed gets shorter, sorted by when it would have ended. It is the same for readers of all languages, since it
 * carries no text.
 */
export const storedCancellationSchema = cancellationSchema.omit({ category: true, campaign: true }).extend({
  /** When it was withdrawn, or will be. */
  at: instantSchema,
  sequence: z.int().nonnegative(),
});

export type StoredCancellation = z.output<typeof storedCancellationSchema>;

/** The partition of what was withdrawn from the calendar of a category, a campaign, both or everything. */
export const cancelledPartition = (category = '*', campaign?: string): string =>
  ['CANCELLED', category, ...(campaign ? [campaign] : [])].join('#');

/** The items that notify each calendar that listed it. The table deletes them once it would have ended. */
export const cancelledItems = (
  id: string,
  { category, campaign, ...rest }: Cancellation,
  act: Pick<StoredCancellation, 'at' | 'sequence'>,
): ShowcaseItem[] => {
  const end = lastEndOf(rest);
  return [undefined, ...(campaign ? [campaign] : [])]
    .flatMap((its) => [cancelledPartition(undefined, its), cancelledPartition(category, its)])
    .map((partition) => ({
      pk: { S: partition },
      sk: { S: `${end}#${id}` },
      cancelled: { S: JSON.stringify(projection(storedCancellationSchema, { ...rest, ...act })) },
      ...expiry(end),
    }));
};
