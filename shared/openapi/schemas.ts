import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { personSchema } from '../contract/person.ts';
import { rowPatchSchema } from '../contract/staff/artwork-changes.ts';
import { enforcedBy } from '../model/json/enforced.ts';
import { refusalCodeSchema } from '../model/json/field-error.ts';
import { daySchema } from '../model/time/day.ts';
import { instantSchema } from '../model/time/instant.ts';
import { occasionSchema } from '../model/time/occasion.ts';
import { textsOf } from './descriptions/texts-of.ts';
import { namedSchemas } from './named-schemas.ts';
import { refusalWords } from './refusal-words.ts';

/** A schema as the document has it: JSON Schema 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a client sends, or what it receives. */
type Direction = 'input' | 'output';

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });

/** In the years that are supported. */
const day = {
  type: 'string',
  format: 'date',
  pattern: '^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
};
const instant = {
  type: 'string',
  format: 'date-time',
  pattern:
    '^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
};

/** What zod cannot say, since a function makes the value. */
const written = new Map<unknown, JsonSchema>([
  [instantSchema, { ...instant, examples: ['2022-11-18T08:00:00.000Z'] }],
  [daySchema, day],
  [occasionSchema, { anyOf: [day, instant] }],
  [rowPatchSchema, { $ref: '#/components/schemas/ArtworkPatch' }],
  [
    personSchema,
    {
      type: 'object',
      properties: {
        id: { type: 'string', description: 'The id of a member of the staff; `sergi` for what happens by itself.' },
        name: {
          type: 'string',
          description:
            'The name, as the token said it when the person last acted. Absent where it is not known, or was erased.',
        },
      },
      required: ['id'],
      additionalProperties: false,
    },
  ],
  [
    refusalCodeSchema,
    {
      type: 'string',
      description:
        'Why something is refused: stable, and the same in every language. What each says in English stands beside it, with its parameters in braces; of a field it follows the path. Later releases may have more.',
      enum: Object.keys(refusalWords),
      'x-enumDescriptions': refusalWords,
    },
  ],
]);

/** Where the descriptions of an object's properties stand until they are written to them. */
const textsKeyword = 'x-texts';

/**
 * A tuple as a list of a fixed length, which generators know that were made for OpenAPI 3.0. Some refuse a whole
 * document for `items: false`, which a tuple has in JSON Schema 2020-12. Throws where its items differ.
 */
const tupleAsList = (schema: JsonSchema): JsonSchema => {
  const [first, ...others] = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  if (!others.every((other) => isDeepStrictEqual(other, first))) throw new Error('A tuple of several types.');
  const length = 1 + others.length;
  return { items: first, minItems: length, maxItems: length };
};

const options = {
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }) => {
    const own = written.get(zodSchema);
    if (own) {
      for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword];
      Object.assign(jsonSchema, own);
    }
    Object.assign(jsonSchema, enforcedBy(zodSchema));
    if (zodSchema instanceof z.ZodTuple) {
      Object.assign(jsonSchema, tupleAsList(jsonSchema));
      delete jsonSchema.prefixItems;
    }
    // Written to the properties by `within`: here several may share one value, as they share one schema.
    if (zodSchema instanceof z.ZodObject) Object.assign(jsonSchema, { [textsKeyword]: textsOf(zodSchema) });
    // Every integer is one that a double holds: that need not be said each time.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
} as const satisfies z.core.ToJSONSchemaParams;

const component = '#/components/schemas/';

const convertAll = (io: Direction): Readonly<Record<string, JsonSchema>> =>
  z.toJSONSchema(registry, { ...options, io, uri: (id) => `${component}${id}` }).schemas;

const ownKeywords = new Set(['$schema', '$id', '$defs', textsKeyword]);

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The properties of an object with their descriptions. */
const described = (properties: JsonSchema, texts: JsonSchema): JsonSchema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      isObject(property) && texts[name] ? { ...property, description: texts[name] } : property,
    ]),
  );

/**
 * The JSON value with each reference to a component changed by `rename`, each property described, and without what only
 * a document of its own has.
 */
const within = (value: unknown, rename: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => within(item, rename));
  if (!isObject(value)) return value;
  const { properties, [textsKeyword]: texts } = value;
  const full = isObject(properties) && isObject(texts) ? { ...value, properties: described(properties, texts) } : value;
  const entries = Object.entries(full).filter(([key]) => !ownKeywords.has(key));
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, within(inner, rename)];
      return [key, `${component}${rename(inner.split('/').at(-1) ?? '')}`];
    }),
  );
};

/** The names of components to which a part of the document refers. */
const namesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);

const both = { input: convertAll('input'), output: convertAll('output') };

/** The components whose input differs from their output, in themselves or in something that they refer to. */
const divided: ReadonlySet<string> = (() => {
  const names = new Set(
    Object.keys(both.input).filter((name) => !isDeepStrictEqual(both.input[name], both.output[name])),
  );
  for (let size = -1; size < names.size; ) {
    size = names.size;
    for (const [name, schema] of Object.entries(both.input)) {
      if (namesIn(schema).some((other) => names.has(other))) names.add(name);
    }
  }
  return names;
})();

const renamed =
  (io: Direction) =>
  (name: string): string =>
    io === 'input' && divided.has(name) ? `${name}Input` : name;

/** Every named schema as a component, by its name in the document. */
const components = Object.fromEntries(
  (['output', 'input'] as const).flatMap((io) =>
    Object.entries(both[io]).map(([name, schema]) => [renamed(io)(name), within(schema, renamed(io)) as JsonSchema]),
  ),
);

/** The name in `namedSchemas` of a schema, where it has one. */
export const nameOf = (schema: z.ZodType): string | undefined => registry.get(schema)?.id;

/** A schema of the contract as it stands in the document: a reference where it has a name. */
export const schemaOf = (schema: z.ZodType, io: Direction): JsonSchema => {
  const name = nameOf(schema);
  if (name) return { $ref: `${component}${renamed(io)(name)}` };
  return within(z.toJSONSchema(schema, { ...options, io, metadata: registry }), renamed(io)) as JsonSchema;
};

/** The components to which a part of the document refers, and those to which they refer, by name. */
export const componentsFor = (part: unknown): Record<string, JsonSchema> => {
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    for (const name of namesIn(value)) {
      if (needed.has(name)) continue;
      needed.add(name);
      visit(components[name]);
    }
  };
  visit(part);
  return Object.fromEntries([...needed].sort().map((name) => [name, components[name] ?? {}]));
};
