import type * as z from 'zod';
import { personSchema } from '../contract/person.ts';
import { knownFields } from '../model/json/known-fields.ts';

/** How the names of people are known where answers name them. */
export interface PersonNames {
  /** The names of those who are known, by id. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps the name of somebody who acts. */
  keep(id: string, name: string): Promise<void>;
}

/** What an answer says, with the name of each person beside the id, where it is known. */
export const withNames = async (schema: z.ZodType, body: unknown, names: PersonNames | undefined): Promise<unknown> => {
  if (!names) return knownFields(schema, body);
  const ids = new Set<string>();
  const said = knownFields(schema, body, {
    schema: personSchema,
    by: (id) => {
      ids.add(String(id));
      return id;
    },
  });
  if (ids.size === 0) return said;
  const known = await names.read([...ids]);
  return knownFields(schema, said, {
    schema: personSchema,
    by: (id) => {
      const name = known.get(String(id));
      return { id, ...(name !== undefined && { name }) };
    },
  });
};
