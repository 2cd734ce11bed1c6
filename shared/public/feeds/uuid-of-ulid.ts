import { hash } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An id as a URN (RFC 9562, section 4): the 128 bits of a ULID are those of a UUID. It contains no address, so that it
 * survives a move of the site.
 *
 * @example
 * uuidUrnOf('01ARZ3NDEKTSV4RRFFQ69G5FAV') // 'urn:uuid:01563e3a-b5d3-d676-4c61-efb99302bd5b'
 */
export const uuidUrnOf = (ulid: string): string => {
  const bits = [...ulid].reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);
  const hex = bits.toString(16).padStart(32, '0');
  return urnOf(hex);
};

const urnOf = (hex: string): string => `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;

/**
 * A name as a URN: the same for good, and another one for each name (RFC 9562, section 5.8, of the SHA-256 of the
 * name).
 */
export const nameUuidUrnOf = (name: string): string => {
  const hex = hash('sha256', name);
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16);
  return urnOf(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`);
};
