import type { Cancellation } from '../../model/events/cancellation.ts';
import { type Edition, publishCountOf } from '../../model/publication/edition.ts';
import { cancelledItems } from '../../showcase/store/cancelled.ts';
import { type StoredCard, sequenceOf } from '../../showcase/store/card.ts';
import type { ShowcaseItem } from '../../showcase/store/write.ts';

type EditionHistory = Pick<Edition, 'publishCount' | 'number' | 'actedAt' | 'cancelled'>;

/** What a calendar says of a publication after its first. */
export const publishCountFields = (edition: EditionHistory): Pick<StoredCard, 'publishCount' | 'actedAt'> => {
  const publishCount = publishCountOf(edition);
  return publishCount > 1 ? { publishCount, ...(edition.actedAt && { actedAt: edition.actedAt }) } : {};
};

/** What calendars are told of an edition that was withdrawn. */
export const cancellationItems = (id: string, edition: EditionHistory): ShowcaseItem[] => {
  const { cancelled, actedAt } = edition;
  if (!cancelled || !actedAt) return [];
  return cancelledItems(id, cancelled, { at: actedAt, sequence: sequenceOf(publishCountOf(edition)) });
};

/**
 * What calendars are told of an edition that ends at its planned time. Its SEQUENCE lies below that of the next
 * publication.
 */
export const scheduledCancellationItems = (
  id: string,
  edition: EditionHistory,
  cancellation: Cancellation,
  at: string,
): ShowcaseItem[] => cancelledItems(id, cancellation, { at, sequence: sequenceOf(publishCountOf(edition)) + 1 });
