import type { Write } from '../../aws/transaction.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { type ConfirmedMention, isConfirmed } from '../../model/names/confirmed-mention.ts';
import type { TextField } from '../../model/names/text-fields.ts';
import { textHash } from './text-hash.ts';

/** Tells whether a confirmation is of one of some texts as they are: with another text it is void. */
export const confirmationCheck = (fields: readonly TextField[]): ((one: ConfirmedMention) => boolean) => {
  const nameOf = ({ locale = '', field }: Pick<TextField, 'locale' | 'field'>, hash: string): string =>
    [locale, field, hash].join(' ');
  const known = new Set(fields.map((field) => nameOf(field, textHash(field.text))));
  return (one) => known.has(nameOf(one, one.textHash));
};

/** The confirmations that hold for some texts, each once. */
export const currentConfirmations = (
  wanted: readonly ConfirmedMention[],
  isCurrent: (one: ConfirmedMention) => boolean,
): ConfirmedMention[] => wanted.filter((one, n) => isCurrent(one) && !isConfirmed(wanted.slice(0, n), one));

/** Most places that one entry of the audit names. */
const mostPlaces = 200;

/** The write that records where it was confirmed that another person is meant, beyond what was `before`. */
export const confirmationWrites = (
  confirmed: readonly ConfirmedMention[],
  before: readonly ConfirmedMention[],
  { kind, id, version }: Pick<FieldLocation, 'kind' | 'id'> & { readonly version: number },
  context: ActionContext,
): Write[] => {
  const places = confirmed
    .filter((one) => !isConfirmed(before, one))
    .map(({ locale, field }): FieldLocation => ({ kind, id, ...(locale && { locale }), field }));
  return places.length > 0
    ? [auditWrite(context, 'mention.confirmed', id, { version, places: places.slice(0, mostPlaces) })]
    : [];
};
