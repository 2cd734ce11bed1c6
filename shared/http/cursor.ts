import { hash } from 'node:crypto';
import { InvalidInputError } from '../refusals/application-error.ts';
import { fieldError } from '../refusals/field-error.ts';

const fingerprint = (list: string): string => hash('sha256', list, 'base64url').slice(0, 8);

/** An opaque cursor: the sort key after which the next page of `list` begins, bound to that list. */
export const toCursor = (list: string, sortKey: string): string =>
  Buffer.from(`${fingerprint(list)}${sortKey}`).toString('base64url');

/** What a cursor holds, where `list` gave it and it has the right form; throws a 400 otherwise. */
const open = (list: string, cursor: string, form: RegExp): string => {
  const sortKey = Buffer.from(cursor, 'base64url').toString().slice(8);
  // A caller who alters a cursor only gets another place in the same list, since the list is not taken from it.
  if (toCursor(list, sortKey) !== cursor || !form.test(sortKey)) {
    throw new InvalidInputError([fieldError('cursor', 'invalidCursor')]);
  }
  return sortKey;
};

/** The sort key, a time and an id, in a cursor; throws a 400 where it is not valid, or comes from another list. */
export const fromCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^\d{4}-[\w:.-]+Z#\w{26}$/);

/**
 * The place in a list of several segments that a cursor holds: a sort key, and before it the number of the segment;
 * throws as `fromCursor` does.
 */
export const fromSegmentCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^(?:\d;)?\d{4}-[\w:.-]+Z#\w{26}$/);

/**
 * The place in a filtered list that a cursor holds: how the list is read, and a sort key that may begin with a day;
 * throws as `fromCursor` does.
 */
export const fromListCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^(?:all|filter);\d{4}-[\w:.-]+#\w{26}$/);

/**
 * The place in a search that a cursor holds, after a sort key or (with `!`) before what follows it; throws as
 * `fromCursor` does.
 */
export const fromPlaceCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^\d{4}-[\w:.-]+Z(?:#\w{26}){1,2}!?$/);

/** The place in the calendar that a cursor holds, a month, a start and an id; throws as `fromCursor` does. */
export const fromCalendarCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^\d{4}-\d\d#\d{4}-[\w:.-]+#\w{26}$/);

/** The number in a cursor; throws as `fromCursor` does. */
export const fromNumberCursor = (list: string, cursor: string | undefined): number | undefined =>
  cursor === undefined ? undefined : Number(open(list, cursor, /^\d{1,10}$/));

/** The id of a member of the staff in a cursor; throws as `fromCursor` does. */
export const fromStaffIdCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^\S{1,128}$/u);

/** The id in a cursor; throws as `fromCursor` does. */
export const fromIdCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : open(list, cursor, /^\w{26}$/);

/**
 * The place in a walk through all texts that a cursor holds: an exhibition, or a position in a list; throws as
 * `fromCursor` does.
 */
export const fromWalkCursor = (list: string, cursor: string | undefined): string | undefined =>
  cursor === undefined
    ? undefined
    : open(list, cursor, /^(?:exhibitions;\w{26}|(?:events|uploads);\d{1,2};[\w:.#-]{0,100})$/);
