import type { FieldLocation } from '../../model/json/field-location.ts';
import { type ConfirmedMention, confirmationOf, isConfirmed } from '../../model/names/confirmed-mention.ts';
import { fieldPathOf, type TextField } from '../../model/names/text-fields.ts';
import type { WithheldEntry } from '../../model/names/withheld-entry.ts';
import type { Mention, Relation, WithheldNames } from '../../model/names/withheld-names.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readersTexts } from './readers-text.ts';
import { textHash } from './text-hash.ts';

/** A name that a field reveals, and whether an editor has confirmed that another person is meant. */
interface FieldMention extends Mention {
  readonly isConfirmed: boolean;
  /** True while the entry is rated blind: no role may know whose it is. */
  readonly isHidden?: boolean;
}

/** The names that a field reveals, with the hash that a confirmation of each names. */
export interface FieldMentions {
  readonly place: FieldLocation;
  readonly textHash: string;
  readonly mentions: readonly FieldMention[];
}

/** The texts that the public reads already, read where they are needed. */
export type ReadShown = () => Promise<readonly TextField[]>;

/** An item whose texts are compared. */
export interface ComparedItem {
  readonly kind: FieldLocation['kind'];
  readonly id: string;
  readonly fields: readonly TextField[];
  readonly confirmed?: readonly ConfirmedMention[] | undefined;
  /** True where those who write the texts may settle what was found in them, as admins do of the settings. */
  readonly isSettledByChange?: boolean;
}

/** The mentions in each field of an item; fields without any are left out. */
export const fieldMentions = (
  { kind, id, fields, confirmed }: ComparedItem,
  names: WithheldNames,
  relationOf: (entry: WithheldEntry) => Relation,
): FieldMentions[] =>
  fields.flatMap((field) => {
    const mentions = names.mentionsIn(readersTexts(field), relationOf);
    if (mentions.length === 0) return [];
    const { locale, field: name, text } = field;
    const place: FieldLocation = { kind, id, ...(locale && { locale }), field: name };
    const hash = textHash(text);
    const found = mentions.map((mention) => ({
      ...mention,
      isConfirmed:
        mention.weight === 'confirm' && isConfirmed(confirmed, confirmationOf({ ...mention, textHash: hash, place })),
    }));
    return [{ place, textHash: hash, mentions: found }];
  });

/** Most entries that a message names. */
const mostNamed = 20;

const entriesOf = (mentions: readonly Mention[]) => {
  const numbers = [...new Set(mentions.map(({ entryNumber }) => entryNumber))];
  return { entries: numbers.slice(0, mostNamed), others: Math.max(0, numbers.length - mostNamed) };
};

/** What keeps a field from the public: reasons that name the entries, and never a person; none if nothing does. */
export const mentionReasons = ({ mentions }: FieldMentions): Reason[] => {
  const blocking = mentions.filter(
    ({ weight, isConfirmed }) => weight === 'refused' || (weight === 'confirm' && !isConfirmed),
  );
  const known = blocking.filter(({ isHidden }) => !isHidden);
  const refused = known.filter(({ weight }) => weight === 'refused');
  const open = known.filter(({ weight }) => weight === 'confirm');
  return [
    ...(known.length < blocking.length ? [reason('mayNameHidden')] : []),
    ...(refused.length > 0 ? [reason('namesWithheld', entriesOf(refused))] : []),
    ...(open.length > 0 ? [reason('mayNameWithheld', entriesOf(open))] : []),
  ];
};

/** What names keep from the public, each field by its path below the item. */
export const mentionErrors = (all: readonly FieldMentions[]): FieldError[] =>
  all.flatMap((found) => mentionReasons(found).map((why) => ({ path: fieldPathOf(found.place), ...why })));

/** What staff should look at, each field by its path below the item. */
export const mentionWarnings = (all: readonly FieldMentions[]): FieldError[] =>
  all.flatMap(({ place, mentions }) => {
    const told = mentions.filter(({ weight, isHidden }) => weight === 'warning' && !isHidden);
    return told.length > 0 ? [fieldError(fieldPathOf(place), 'mayNameGuardian', entriesOf(told))] : [];
  });
