import type { Exhibition } from './exhibition.ts';

/**
 * The statuses of exhibitions as staff see them: `scheduled`, and `withdrawn` from a planned end on, follow from the
 * clock.
 */
export const exhibitionStatuses = [
  ...(['draft', 'open', 'selection', 'scheduled', 'published', 'withdrawn', 'archived'] as const),
] as const;

export type ExhibitionStatus = (typeof exhibitionStatuses)[number];

/** True from the moment at which something leaves the public by itself. */
export const hasEnded = (publication: { readonly unpublishAt?: string | undefined } | undefined, now: Date): boolean =>
  publication?.unpublishAt !== undefined && publication.unpublishAt <= now.toISOString();

/**
 * The status of an exhibition at a time: a publication is `scheduled` before `publishedAt`, `published` from that
 * moment on, and `withdrawn` from that of `unpublishAt` on, though the publisher stores that a moment later.
 */
export const exhibitionStatusAt = (
  exhibition: Pick<Exhibition, 'status' | 'publishedAt' | 'unpublishAt'>,
  now: Date,
): ExhibitionStatus => {
  const { status, publishedAt } = exhibition;
  if (status !== 'published') return status;
  if (hasEnded(exhibition, now)) return 'withdrawn';
  return publishedAt !== undefined && publishedAt > now.toISOString() ? 'scheduled' : status;
};
