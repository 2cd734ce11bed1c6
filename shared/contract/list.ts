import * as z from 'zod';
import { issueCode } from '../refusals/issue-code.ts';

/** The query parameters that every list takes. A cursor is opaque, and bound to the query that gave it. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, issueCode('outOfRange', { min: 1, max: 100 }))
    .transform(Number)
    .default(20),
  cursor: z.string().max(500, issueCode('invalidCursor')).optional(),
};

/** A page of a list; `nextCursor` is there where more may follow. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().optional() });
