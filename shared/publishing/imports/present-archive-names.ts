import { isDeepStrictEqual } from 'node:util';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The names that 0.1.0 gave to the fields of a line, and of an image in it. Archives are other people's files, so these
 * names stay readable for good.
 */
const lineNames = { sourceId: 'externalId', oldAddresses: 'redirectsFrom' };
const imageNames = { altText: 'alt' };

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rename = (
  value: unknown,
  names: Readonly<Record<string, string>>,
  path: string,
  errors: FieldError[],
): unknown => {
  if (!isObject(value)) return value;
  const fields = new Map(Object.entries(value));
  for (const [old, name] of Object.entries(names)) {
    if (!fields.has(old)) continue;
    if (!fields.has(name)) fields.set(name, fields.get(old));
    else if (!isDeepStrictEqual(fields.get(old), fields.get(name))) {
      errors.push(fieldError(`${path}${old}`, 'bothNames', { field: name }));
    }
    fields.delete(old);
  }
  return Object.fromEntries(fields);
};

/**
 * A line of an archive with the present names in place of those of 0.1.0; an error for each field that has both names
 * with different values.
 */
export const withPresentArchiveNames = (line: unknown): { line: unknown; errors: readonly FieldError[] } => {
  const errors: FieldError[] = [];
  const renamed = rename(line, lineNames, '', errors);
  if (!isObject(renamed) || !Array.isArray(renamed.images)) return { line: renamed, errors };
  const images = renamed.images.map((image, n) => rename(image, imageNames, `images.${n}.`, errors));
  return { line: { ...renamed, images }, errors };
};
