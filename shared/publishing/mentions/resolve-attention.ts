import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import { type AttentionOwner, readAttention, saveAttention } from '../../desk/mentions/attention.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { confirmationOf, isConfirmed } from '../../model/names/confirmed-mention.ts';
import { fieldPathOf, type TextField } from '../../model/names/text-fields.ts';
import type { Attention } from '../../model/publication/attention.ts';
import { isAtLeast } from '../../model/staff/role.ts';
import { hashesOf, isBlocked } from './attention-errors.ts';
import type { ComparedItem } from './field-mentions.ts';
import { formerSlugField } from './former-addresses.ts';

/** An item with recorded places, after a change of it. */
interface ResolvedItem extends ComparedItem {
  /** The texts before an editor changed them; absent if no editor has. */
  readonly before?: readonly TextField[];
  /** The editor who has changed them, and when. */
  readonly editor?: { readonly by: string; readonly at: string };
  /** What the public reads now. */
  readonly publicFields: readonly TextField[];
  /** True for an item that cannot be public as it is: an event or an exhibition in the archive. */
  readonly isArchived?: boolean;
}

/** The editor who acts; `undefined` for other roles. */
export const editorOf = ({ by, role, now }: Pick<Actor, 'by' | 'role' | 'now'>): Pick<ResolvedItem, 'editor'> =>
  role && isAtLeast(role, 'editor') ? { editor: { by, at: now.toISOString() } } : {};

/**
 * Keeps the list of what needs attention true: a place leaves it once an editor has changed its text, or confirmed that
 * it means another person, and the public reads it no longer. It runs after the action has been written, and may be
 * repeated.
 */
export const resolveAttention = async (
  owner: AttentionOwner,
  id: string,
  readItem: () => Promise<ResolvedItem>,
): Promise<void> => {
  const records = (await readAttention(owner)).filter(({ attention }) => attention.place.id === id);
  if (records.length === 0) return;
  const item = await readItem();
  for (const { attention, isOpen } of records) {
    const next = withChange(attention, item);
    const path = fieldPathOf(attention.place);
    const isPublic = hashesOf({ fields: item.publicFields }).get(path) === attention.textHash;
    const isOpenStill =
      (!item.isArchived && isBlocked(next, item, hashesOf(item).get(path))) ||
      (isPublic && isBlocked(attention, item, attention.textHash));
    if (isOpen !== isOpenStill || !isDeepStrictEqual(next, attention)) await saveAttention(next, isOpenStill);
    const former = isOpenStill ? undefined : formerAddress(attention, item);
    if (former && !records.some((one) => isSamePlace(one.attention, former))) await saveAttention(former, true);
  }
};

const isSamePlace = (one: Attention, other: Attention): boolean =>
  one.artworkId === other.artworkId && fieldPathOf(one.place) === fieldPathOf(other.place);

/**
 * The address that a slug has become which names the person: it leads to the item until it is erased. `undefined` where
 * there is none, or an editor has confirmed that the slug means another person.
 */
const formerAddress = (attention: Attention, item: ResolvedItem): Attention | undefined => {
  const { place, textHash } = attention;
  if (place.field !== 'slug') return undefined;
  const field = formerSlugField(item.publicFields, place.locale, textHash);
  if (!field) return undefined;
  const former = { ...place, field };
  if ([place, former].some((one) => isConfirmed(item.confirmed, confirmationOf({ ...attention, place: one }))))
    return undefined;
  return { ...attention, id: ulid(), place: former };
};

const withChange = (attention: Attention, item: ResolvedItem): Attention => {
  const { before, editor } = item;
  if (!before || !editor || attention.changed) return attention;
  const path = fieldPathOf(attention.place);
  const [was, is] = [hashesOf({ fields: before }).get(path), hashesOf(item).get(path)];
  return was === is || is === attention.textHash ? attention : { ...attention, changed: editor };
};
