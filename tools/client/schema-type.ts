import * as z from 'zod';

/** What says of a value something that its type cannot. */
const beyond = z.unknown().optional();

const schema = z.strictObject({
  $ref: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  prefixItems: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  description: z.string().optional(),
  additionalProperties: z.unknown().optional(),
  ...{ default: beyond, examples: beyond, format: beyond, pattern: beyond, propertyNames: beyond },
  ...{ minimum: beyond, maximum: beyond, exclusiveMinimum: beyond, minItems: beyond, maxItems: beyond },
  ...{ minLength: beyond, maxLength: beyond, 'x-enumDescriptions': beyond },
});

type Schema = z.output<typeof schema>;

/** A text as a comment of a declaration, for editors to show. */
export const comment = (text: string): string => `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */`;

/** A name as a key of a type: in quotes where it needs them. */
export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const union = (types: readonly string[]): string => {
  const [only = 'never', ...others] = new Set(types);
  return others.length === 0 ? only : `(${[only, ...others].join(' | ')})`;
};

/**
 * The TypeScript type of what a JSON Schema describes, as far as the document uses it. A reference to a component
 * becomes its name. Throws on a keyword that it does not know, since the type would be wider than the schema.
 */
export const schemaType = (given: unknown): string => {
  const parsed = schema.parse(given);
  const { $ref, anyOf, oneOf, enum: values, type } = parsed;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
  if (parsed.const !== undefined) return JSON.stringify(parsed.const);
  if (values) return union(values.map((value) => JSON.stringify(value)));
  if (anyOf ?? oneOf) return union((anyOf ?? oneOf ?? []).map(schemaType));
  if (Array.isArray(type)) return union(type.map((one) => plainType(one, parsed)));
  return plainType(type, parsed);
};

const plainType = (type: string | undefined, parsed: Schema): string => {
  switch (type) {
    case undefined:
      return 'unknown';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'array':
      return parsed.prefixItems
        ? `[${parsed.prefixItems.map(schemaType).join(', ')}]`
        : `${schemaType(parsed.items)}[]`;
    case 'object':
      return objectType(parsed);
    default:
      throw new Error(`There is no type for the schema ${JSON.stringify(parsed)}.`);
  }
};

const objectType = ({ properties = {}, required, additionalProperties }: Schema): string => {
  const fields = Object.entries(properties).map(([name, inner]) => {
    const { description } = schema.parse(inner);
    const field = `${key(name)}${required.includes(name) ? '' : '?'}: ${schemaType(inner)};`;
    return description ? `${comment(description)}\n${field}` : field;
  });
  // Beside named fields, an index signature would have to allow for their types, so others can have any type.
  if (additionalProperties !== undefined && additionalProperties !== false)
    fields.push(`[name: string]: ${fields.length > 0 ? 'unknown' : schemaType(additionalProperties)};`);
  return fields.length === 0 ? 'Record<string, never>' : `{\n${fields.join('\n')}\n}`;
};
