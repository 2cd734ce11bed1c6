import type * as z from 'zod';
import { isObject, type JsonObject } from './json-object.ts';

type Schema = z.core.$ZodType;

/** The definition of a schema, told apart by its `type` (https://zod.dev/library-authors). */
export const definitionOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/**
 * A stored value is not what its schema says. The message names the place and what is expected there, never what stands
 * there.
 */
export class StoredValueError extends Error {
  override readonly name = 'StoredValueError';
  readonly path: readonly string[];
  readonly expected: string;

  constructor(expected: string, path: readonly string[] = []) {
    super(`A stored value is no ${expected} at ${path.join('.') || 'its root'}.`);
    this.expected = expected;
    this.path = path;
  }
}

type Reader = (value: unknown) => unknown;

const isOf =
  (expected: string, test: (value: unknown) => boolean): Reader =>
  (value) => {
    if (!test(value)) throw new StoredValueError(expected);
    return value;
  };

const isText = isOf('string', (value) => typeof value === 'string');
const isNumber = isOf('number', (value) => typeof value === 'number');
const isTrueOrFalse = isOf('boolean', (value) => typeof value === 'boolean');
/** Of a list of choices only the kind is read: a later release may have added one. */
const isChoice = isOf('choice', (value) => ['string', 'number', 'boolean'].includes(typeof value));

/** Reads a part of a value, and names the part where it is not as it should be. */
const readPart = (read: Reader, value: unknown, name: string): unknown => {
  try {
    return read(value);
  } catch (error) {
    throw error instanceof StoredValueError ? new StoredValueError(error.expected, [name, ...error.path]) : error;
  }
};

const readObject = (shape: Readonly<Record<string, Schema>>): Reader => {
  const fields = Object.entries(shape).map(([name, field]) => [name, readerOf(field)] as const);
  return (value) => {
    if (!isObject(value)) throw new StoredValueError('object');
    // What the schema does not know stays.
    const found: Record<string, unknown> = { ...value };
    for (const [name, read] of fields) {
      const part = readPart(read, value[name], name);
      if (part !== undefined) found[name] = part;
    }
    return found;
  };
};

const readRecord =
  (read: Reader): Reader =>
  (value) => {
    if (!isObject(value)) throw new StoredValueError('object');
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, readPart(read, part, name)]));
  };

const readArray =
  (read: Reader): Reader =>
  (value) => {
    if (!Array.isArray(value)) throw new StoredValueError('array');
    return value.map((part, n) => readPart(read, part, String(n)));
  };

const readOneOf =
  (all: readonly Reader[]): Reader =>
  (value) => {
    for (const read of all) {
      try {
        return read(value);
      } catch (error) {
        if (!(error instanceof StoredValueError)) throw error;
      }
    }
    throw new StoredValueError('known form');
  };

const makeReader = (schema: Schema): Reader => {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'string':
    case 'template_literal':
      return isText;
    case 'number':
      return isNumber;
    case 'boolean':
      return isTrueOrFalse;
    case 'enum':
    case 'literal':
      return isChoice;
    case 'object':
      return readObject(definition.shape);
    case 'record':
      return readRecord(readerOf(definition.valueType));
    case 'array':
      return readArray(readerOf(definition.element));
    case 'union':
      return readOneOf(definition.options.map(readerOf));
    case 'optional': {
      const read = readerOf(definition.innerType);
      return (value) => (value === undefined ? undefined : read(value));
    }
    case 'nullable': {
      const read = readerOf(definition.innerType);
      return (value) => (value === null ? null : read(value));
    }
    case 'nonoptional':
      return readRequired(definition.innerType);
    case 'default': {
      const read = readerOf(definition.innerType);
      return (value) => (value === undefined ? structuredClone(definition.defaultValue) : read(value));
    }
    // What is stored has been through its transformations, and they keep the kind of what they change.
    case 'pipe':
      return readerOf(definition.in);
    case 'unknown':
      return (value) => value;
    default:
      throw new Error(`A stored value cannot be read by a schema of the type ${definition.type}.`);
  }
};

const readRequired = (inner: Schema): Reader => {
  const read = readerOf(inner);
  return (value) => {
    if (value === undefined) throw new StoredValueError('value');
    return read(value);
  };
};

/** Brings what an earlier release has stored into the form of this one; what has that form already stays as it is. */
export type Upgrade = (stored: JsonObject) => JsonObject;

const upgrades = new WeakMap<Schema, Upgrade>();

/**
 * The schema itself. From now on `readStored` upgrades what was stored by it, or by a schema that contains it, before
 * reading. Schemas that are derived from it, and everything that comes from a client, know the present form only.
 */
export const withUpgrade = <S extends z.ZodType>(schema: S, upgrade: Upgrade): S => {
  upgrades.set(schema, upgrade);
  return schema;
};

const makeUpgradingReader = (schema: Schema): Reader => {
  const read = makeReader(schema);
  const upgrade = upgrades.get(schema);
  return upgrade ? (value) => read(isObject(value) ? upgrade(value) : value) : read;
};

const readers = new WeakMap<Schema, Reader>();

const readerOf = (schema: Schema): Reader => {
  const known = readers.get(schema);
  if (known) return known;
  const made = makeUpgradingReader(schema);
  readers.set(schema, made);
  return made;
};

/**
 * A value that this release, one before it or one after it has stored by a schema. It was strictly checked when it was
 * written; of what is read only the structure is: kinds, and that what is required is there. Defaults stand in for what
 * an earlier release did not know. What a later release has added stays, fields as well as choices, lengths and
 * formats. Throws `StoredValueError`.
 */
export const readStored = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> =>
  readerOf(schema)(value) as z.output<S>;
