import { getItem, keyOf } from '../../aws/table.ts';
import { type Condition, deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { deskTable } from './table.ts';

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const slugCondition = (locale: string): string => `slug ${locale}`;

/** Succeeds where the claim is free, or already the holder's. */
export const isHeldBy = (holder: string, name: string): Condition => ({
  text: 'attribute_not_exists(pk) OR eventId = :holder',
  values: { holder },
  name,
});

/** Claims a slug of a locale for an event. A claim is never released: an old address keeps leading to its event. */
export const slugClaim = (locale: string, slug: string, eventId: string): Write =>
  claim(`SLUG#${locale}#${slug}`, locale, eventId);

/** The same for an exhibition: its address is another one than that of an event with the same slug. */
export const exhibitionSlugClaim = (locale: string, slug: string, exhibitionId: string): Write =>
  claim(`EXHIBITION-SLUG#${locale}#${slug}`, locale, exhibitionId);

/** The event or exhibition that a slug of a locale belongs to. */
export const readSlugHolder = (
  kind: 'event' | 'exhibition',
  locale: string,
  slug: string,
): Promise<string | undefined> =>
  getItem(
    deskTable,
    keyOf(`${kind === 'event' ? '' : 'EXHIBITION-'}SLUG#${locale}#${slug}`, 'CLAIM'),
    ({ eventId }) => eventId?.S,
  );

const claim = (pk: string, locale: string, holder: string): Write =>
  putWrite(deskTable, { ...keyOf(pk, 'CLAIM'), eventId: { S: holder } }, isHeldBy(holder, slugCondition(locale)));

/** Deletes the claim on a slug that belongs to the event, so that no record of the slug is left. */
export const slugRemoval = (locale: string, slug: string, eventId: string): Write =>
  removal(`SLUG#${locale}#${slug}`, eventId);

/** The same for an exhibition. */
export const exhibitionSlugRemoval = (locale: string, slug: string, exhibitionId: string): Write =>
  removal(`EXHIBITION-SLUG#${locale}#${slug}`, exhibitionId);

const removal = (pk: string, holder: string): Write =>
  deleteWrite(deskTable, keyOf(pk, 'CLAIM'), isHeldBy(holder, 'holder'));
