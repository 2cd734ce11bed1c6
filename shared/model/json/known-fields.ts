import type * as z from 'zod';
import { isObject, type JsonObject } from './json-object.ts';
import { definitionOf } from './read-stored.ts';

type Schema = z.core.$ZodType;

/** The schema of the value itself, without what says whether it may be absent or how it is checked. */
const valueSchema = (schema: Schema): Schema => {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'nonoptional':
    case 'nullable':
    case 'default':
      return valueSchema(definition.innerType);
    case 'pipe':
      return valueSchema(definition.in);
    default:
      return schema;
  }
};

/** Of several forms the one whose required fields are there. */
const formOf = (options: readonly Schema[], value: unknown): Schema | undefined =>
  options.map(valueSchema).find((option) => {
    const definition = definitionOf(option);
    if (definition.type !== 'object' || !isObject(value)) return false;
    return Object.entries(definition.shape).every(([name, field]) => {
      const its = definitionOf(field);
      if (its.type === 'literal') return (its.values as unknown[]).includes(value[name]);
      return its.type === 'optional' || value[name] !== undefined;
    });
  });

const mapValues = (value: JsonObject, change: (part: unknown, name: string) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)]));

/** Puts something else in the place of every value that a schema describes. */
interface Replacement {
  readonly schema: Schema;
  readonly by: (value: unknown) => unknown;
}

const known = (given: Schema, value: unknown, replaced?: Replacement): unknown => {
  const schema = valueSchema(given);
  if (schema === replaced?.schema) return value === undefined ? undefined : replaced.by(value);
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'object': {
      if (!isObject(value)) return value;
      const names = Object.entries(definition.shape).filter(([name]) => value[name] !== undefined);
      const parts = names.map(([name, field]) => [name, known(field, value[name], replaced)]);
      // A loose object accepts fields that its schema does not name.
      const isLoose = definition.catchall && definitionOf(definition.catchall).type !== 'never';
      return { ...(isLoose && value), ...Object.fromEntries(parts) };
    }
    case 'record':
      return isObject(value) ? mapValues(value, (part) => known(definition.valueType, part, replaced)) : value;
    case 'array':
      return Array.isArray(value) ? value.map((part) => known(definition.element, part, replaced)) : value;
    case 'union': {
      const form = formOf(definition.options, value);
      return form ? known(form, value, replaced) : value;
    }
    default:
      return value;
  }
};

/**
 * What the schema says of a value, in its order, and nothing that it does not know, on any level. Nothing is checked.
 * `replaced` changes the parts that one schema in it describes.
 */
export const knownFields = <S extends z.ZodType, T extends z.input<S>>(
  schema: S,
  value: T,
  replaced?: Replacement,
): T => known(schema, value, replaced) as T;

/**
 * The elements of a list that are the same in two versions of it: alike in what is known, else named alike by slug or
 * upload, else at the same place.
 */
const pairElements = (element: Schema, before: readonly unknown[], after: readonly unknown[]): unknown[] => {
  const texts = before.map((one) => JSON.stringify(known(element, one)));
  const nameOf = (one: unknown) => (isObject(one) ? (one.slug ?? one.uploadId) : undefined);
  const names = before.map(nameOf);
  const taken = new Set<number>();
  const take = (n: number): unknown => {
    if (n < 0 || taken.has(n)) return undefined;
    taken.add(n);
    return before[n];
  };
  const alike = after.map((one) => take(texts.indexOf(JSON.stringify(known(element, one)))));
  return after.map((one, n) => {
    const name = nameOf(one);
    if (alike[n] !== undefined) return alike[n];
    if (name !== undefined) return take(names.indexOf(name));
    return before.length === after.length ? take(n) : undefined;
  });
};

const carry = (given: Schema, before: unknown, after: unknown): unknown => {
  const definition = definitionOf(valueSchema(given));
  switch (definition.type) {
    case 'object': {
      if (!isObject(before) || !isObject(after)) return after;
      const { shape } = definition;
      const unknown = Object.entries(before).filter(
        ([name]) => !Object.hasOwn(shape, name) && !Object.hasOwn(after, name),
      );
      const carried = mapValues(after, (part, name) =>
        shape[name] && before[name] !== undefined ? carry(shape[name], before[name], part) : part,
      );
      return { ...carried, ...Object.fromEntries(unknown) };
    }
    case 'record':
      if (!isObject(before) || !isObject(after)) return after;
      return mapValues(after, (part, name) => carry(definition.valueType, before[name], part));
    case 'array': {
      const { element } = definition;
      if (definitionOf(valueSchema(element)).type !== 'object') return after;
      if (!Array.isArray(before) || !Array.isArray(after)) return after;
      const pairs = pairElements(element, before, after);
      return after.map((part, n) => carry(element, pairs[n], part));
    }
    default:
      return after;
  }
};

/**
 * A new version of a stored value, with what the one before holds and the schema does not know: a release that was
 * rolled back, or is just being replaced, loses nothing of what the later one has stored. What goes with the object
 * that held it is gone.
 */
export const withUnknownFields = <S extends z.ZodType, T extends z.output<S>>(
  schema: S,
  before: unknown,
  after: T,
): T => carry(schema, before, after) as T;
