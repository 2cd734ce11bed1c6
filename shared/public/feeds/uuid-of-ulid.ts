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
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
};
