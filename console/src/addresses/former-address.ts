import type { FieldLocation } from '../../../shared/model/json/field-location.ts';

/** An address that an event or an exhibition had, as a place names it: by its SHA-256. */
export interface FormerAddress {
  readonly kind: 'event' | 'exhibition';
  readonly id: string;
  readonly addressHash: string;
}

/** The former address that a place is; `undefined` where it is a text, or an address of now. */
export const formerAddressOf = ({ kind, id, field }: FieldLocation): FormerAddress | undefined => {
  const [, addressHash] = /^(?:formerSlugs|redirectsFrom)\.([0-9a-f]{64})$/.exec(field) ?? [];
  return addressHash !== undefined && (kind === 'event' || kind === 'exhibition')
    ? { kind, id, addressHash }
    : undefined;
};
