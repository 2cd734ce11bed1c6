import { getItem, keyOf } from '../../aws/table.ts';
import { type Condition, deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { ItemKind } from '../../model/events/event-kind.ts';
import { deskTable } from './table.ts';

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const slugCondition = (locale: string): string => `slug ${locale}`;

/** Succeeds where the claim is free, or already the holder's. */
export const isHeldBy = (holder: string, name: string): Condition => ({
  text: 'attribute_not_exists(pk) OR eventId = :holder',
  values: { holder },
  name,
});

/** What has slugs, each kind its own: what has the same slug in two of them has two addresses. */
type SlugKind = ItemKind | 'exhibition';

const prefixes = {
  event: '',
  page: 'PAGE-',
  notice: 'NOTICE-',
  exhibition: 'EXHIBITION-',
} as const satisfies Record<SlugKind, string>;

const claimPk = (kind: SlugKind, locale: string, slug: string): string => `${prefixes[kind]}SLUG#${locale}#${slug}`;

/**
 * Claims a slug of a locale for an event, a page or a notice. A claim is never released: an old address keeps leading
 * there.
 */
export const slugClaim = (kind: ItemKind, locale: string, slug: string, id: string): Write =>
  claim(claimPk(kind, locale, slug), locale, id);

/** The same for an exhibition: its address is another one than that of an event with the same slug. */
export const exhibitionSlugClaim = (locale: string, slug: string, exhibitionId: string): Write =>
  claim(claimPk('exhibition', locale, slug), locale, exhibitionId);

/** What a slug of a locale belongs to. */
export const readSlugHolder = (kind: SlugKind, locale: string, slug: string): Promise<string | undefined> =>
  getItem(deskTable, keyOf(claimPk(kind, locale, slug), 'CLAIM'), ({ eventId }) => eventId?.S);

const claim = (pk: string, locale: string, holder: string): Write =>
  putWrite(deskTable, { ...keyOf(pk, 'CLAIM'), eventId: { S: holder } }, isHeldBy(holder, slugCondition(locale)));

/** Deletes the claim on a slug that belongs to an event, a page or a notice, so that no record of the slug is left. */
export const slugRemoval = (kind: ItemKind, locale: string, slug: string, id: string): Write =>
  removal(claimPk(kind, locale, slug), id);

/** The same for an exhibition. */
export const exhibitionSlugRemoval = (locale: string, slug: string, exhibitionId: string): Write =>
  removal(claimPk('exhibition', locale, slug), exhibitionId);

const removal = (pk: string, holder: string): Write =>
  deleteWrite(deskTable, keyOf(pk, 'CLAIM'), isHeldBy(holder, 'holder'));
