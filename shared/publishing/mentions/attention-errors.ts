import { blindEntriesAmong } from '../../desk/exhibitions/blind-entries.ts';
import { type AttentionOwner, readAttention } from '../../desk/mentions/attention.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { confirmationOf, isConfirmed } from '../../model/names/confirmed-mention.ts';
import { fieldPathOf } from '../../model/names/text-fields.ts';
import type { Attention } from '../../model/publication/attention.ts';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';
import type { ComparedItem, ReadShown } from './field-mentions.ts';
import { hashesOfTexts, textHash } from './text-hash.ts';

/**
 * The hash of each text of an item, by its path. Up to 0.2.0 the place of an event or an exhibition was a line that
 * was called `venue`: what was found there is looked for in its name.
 */
export const hashesOf = ({ fields }: Pick<ComparedItem, 'fields'>): Map<string, string> => {
  const hashes = new Map(fields.map((field) => [fieldPathOf(field), textHash(field.text)]));
  const name = fields.find(({ field }) => field === 'place.name');
  return name ? hashes.set('venue', textHash(name.text)) : hashes;
};

/**
 * True if a text may not be public again: an editor has neither changed it nor confirmed that it means another
 * person. `hash` is that of the present text; `undefined` if there is none.
 */
export const isBlocked = (
  { place, artworkId, textHash: found, namedAt, changed }: Attention,
  { confirmed, isSettledByChange }: Pick<ComparedItem, 'confirmed' | 'isSettledByChange'>,
  current: string | undefined,
): boolean => {
  if (current === undefined) return false;
  if (isConfirmed(confirmed, confirmationOf({ artworkId, textHash: current, namedAt, place }))) return false;
  return current === found || (changed === undefined && !isSettledByChange);
};

/**
 * The places in some items that an editor must look at before they are public again, each with what to do about it.
 * `readShown` is what the public reads already, where that may stay: see `withoutShown`.
 */
export const attentionErrors = async (
  owner: AttentionOwner,
  items: readonly ComparedItem[],
  readShown?: ReadShown,
): Promise<{ place: FieldLocation; why: Reason }[]> => {
  const records = await readAttention(owner);
  if (records.length === 0) return [];
  const byId = new Map(items.map((item) => [item.id, { item, hashes: hashesOf(item) }]));
  const blocking = records.flatMap(({ attention }) => {
    const { item, hashes } = byId.get(attention.place.id) ?? {};
    const current = hashes?.get(fieldPathOf(attention.place));
    return item && current && isBlocked(attention, item, current) ? [{ attention, current }] : [];
  });
  const open = readShown ? await withoutShown(blocking, readShown) : blocking;
  return open.map(({ attention: { place, cause } }) => ({
    place,
    why: reason(cause === 'consent' ? 'namesNarrowedConsent' : 'namesErasedArtist'),
  }));
};

interface Blocking {
  readonly attention: Attention;
  /** The hash of the present text. */
  readonly current: string;
}

/**
 * Without the places that name the artist of an entry that is rated blind, where the public reads the same text
 * already: as with a mention, no editor can confirm now that another person is meant. They stay on the list.
 */
const withoutShown = async (blocking: readonly Blocking[], readShown: ReadShown): Promise<readonly Blocking[]> => {
  const blind = await blindEntriesAmong(blocking.map(({ attention }) => attention.artworkId));
  if (blind.size === 0) return blocking;
  const shown = hashesOfTexts(await readShown());
  return blocking.filter(({ attention, current }) => !(blind.has(attention.artworkId) && shown.has(current)));
};
