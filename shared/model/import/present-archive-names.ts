import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { isSameJson } from '../json/is-same-json.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';

/**
 * The names that 0.1.0 gave to the fields of a line, and of an image in it. Archives are other people's files, so these
 * names stay readable for good.
 */
const lineNames = { sourceId: 'externalId', oldAddresses: 'redirectsFrom' };
const imageNames = { altText: 'alt' };

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
    else if (!isSameJson(fields.get(old), fields.get(name))) {
      errors.push(fieldError(`${path}${old}`, 'bothNames', { field: name }));
    }
    fields.delete(old);
  }
  return Object.fromEntries(fields);
};

const languagesOf = ({ translations }: JsonObject): string[] => {
  const locales = isObject(translations) ? Object.keys(translations) : [];
  return locales.length > 0 ? locales : ['az'];
};

/**
 * The line with its one time and its venue, as they were called up to 0.2.0, as its first showing and the name of its
 * place in each language of the line.
 */
const withPresentOccasion = (line: JsonObject, errors: FieldError[]): JsonObject => {
  const { startsAt, endsAt, venue, ...rest } = line;
  const showings =
    startsAt === undefined && endsAt === undefined
      ? undefined
      : [{ startsAt, ...(endsAt !== undefined && { endsAt }) }];
  const name = venue === undefined ? undefined : Object.fromEntries(languagesOf(line).map((locale) => [locale, venue]));
  if (showings && rest.showings !== undefined && !isSameJson(showings, rest.showings))
    errors.push(fieldError(startsAt === undefined ? 'endsAt' : 'startsAt', 'bothNames', { field: 'showings' }));
  if (name && isObject(rest.place) && !isSameJson(name, rest.place.name))
    errors.push(fieldError('venue', 'bothNames', { field: 'place.name' }));
  return {
    ...rest,
    ...(showings && rest.showings === undefined && { showings }),
    ...(name && rest.place === undefined && { place: { name } }),
  };
};

/**
 * A line of an archive with the present names in place of those of 0.1.0 and 0.2.0; an error for each field that has
 * both names with different values.
 */
export const withPresentArchiveNames = (line: unknown): { line: unknown; errors: readonly FieldError[] } => {
  const errors: FieldError[] = [];
  const given = rename(line, lineNames, '', errors);
  if (!isObject(given)) return { line: given, errors };
  const renamed = withPresentOccasion(given, errors);
  if (!Array.isArray(renamed.images)) return { line: renamed, errors };
  const images = renamed.images.map((image, n) => rename(image, imageNames, `images.${n}.`, errors));
  return { line: { ...renamed, images }, errors };
};
