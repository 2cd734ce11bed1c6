import type { Cancellation } from '../../model/cancellation.ts';
import { actsOf, type Edition } from '../../model/edition.ts';
import { cancelledItems } from '../../showcase/store/cancelled.ts';
import { type StoredCard, sequenceOf } from '../../showcase/store/card.ts';
import type { ShowcaseItem } from '../../showcase/store/write.ts';

type Acted = Pick<Edition, 'acts' | 'number' | 'actedAt' | 'cancelled'>;

/** What a card says of acts after the first. */
export const editedParts = (edition: Acted): Pick<StoredCard, 'acts' | 'actedAt'> => {
  const acts = actsOf(edition);
  return acts > 1 ? { acts, ...(edition.actedAt && { actedAt: edition.actedAt }) } : {};
};

/** What calendars are told of an edition that was withdrawn. */
export const withdrawnItems = (id: string, edition: Acted): ShowcaseItem[] => {
  const { cancelled, actedAt } = edition;
  if (!cancelled || !actedAt) return [];
  return cancelledItems(id, cancelled, { at: actedAt, sequence: sequenceOf(actsOf(edition)) });
};

/** What calendars are told of an edition that leaves by itself, from then on: its number lies before that of the next act. */
export const leavingItems = (id: string, edition: Acted, cancellation: Cancellation, at: string): ShowcaseItem[] =>
  cancelledItems(id, cancellation, { at, sequence: sequenceOf(actsOf(edition)) + 1 });
