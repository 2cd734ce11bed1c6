import { hash } from 'node:crypto';
import { invalidInput } from './problem.ts';

const fingerprint = (list: string): string => hash('sha256', list, 'base64url').slice(0, 8);

/** An opaque cursor: the sort key after which the next page of `list` begins, bound to that list. */
export const toCursor = (list: string, sortKey: string): string =>
  Buffer.from(`${fingerprint(list)}${sortKey}`).toString('base64url');

/** The sort key in a cursor; throws a 400 where it is none, or was given by another list. */
export const fromCursor = (list: string, cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  const sortKey = text.slice(8);
  // Whoever alters a cursor gets another place in the same list at most, since the list is not taken from it.
  if (toCursor(list, sortKey) !== cursor || !/^\d{4}-[\w:.-]+Z#\w{26}$/.test(sortKey)) {
    throw invalidInput([{ path: 'cursor', message: 'is no cursor that this query gave; start again without it' }]);
  }
  return sortKey;
};
