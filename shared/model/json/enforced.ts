import type * as z from 'zod';

/** Keywords of JSON Schema. */
type Keywords = Readonly<Record<string, string | number>>;

const known = new WeakMap<z.core.$ZodType, Keywords>();

/** The schema, of which JSON Schema can say more than zod knows: limits that a function of ours enforces. */
export const enforcing = <S extends z.ZodType>(schema: S, keywords: Keywords): S => {
  known.set(schema, keywords);
  return schema;
};

/** What `enforcing` has said of a schema. */
export const enforcedBy = (schema: z.core.$ZodType): Keywords | undefined => known.get(schema);
