import type { Exhibition } from './exhibition.ts';

/** The statuses of exhibitions as staff see them: `scheduled` follows from the clock. */
export const exhibitionStatuses = ['draft', 'open', 'selection', 'scheduled', 'published', 'withdrawn'] as const;

export type ExhibitionStatus = (typeof exhibitionStatuses)[number];

/** The status of an exhibition at a time: a publication is `scheduled` before `publishedAt`, and `published` from that moment on. */
export const exhibitionStatusAt = (
  { status, publishedAt }: Pick<Exhibition, 'status' | 'publishedAt'>,
  now: Date,
): ExhibitionStatus =>
  status === 'published' && publishedAt !== undefined && publishedAt > now.toISOString() ? 'scheduled' : status;
