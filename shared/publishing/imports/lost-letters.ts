import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/** What decoders write in place of bytes that are no letter. */
const lostLetter = '\ufffd';

/** Warns of each text of a line, whose path is `path`, in which letters were lost before it came here. */
export const lostLetters = (value: unknown, path = ''): FieldError[] => {
  if (typeof value === 'string') return value.includes(lostLetter) ? [fieldError(path || 'line', 'lostLetters')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => lostLetters(inner, path ? `${path}.${name}` : name));
};
