import * as z from 'zod';
import { bulkActs, bulkItemSchema, maxBulkItems } from '../../model/publication/bulk-act.ts';
import { issueCode } from '../../refusals/issue-code.ts';

/** What is done to which events, each named once. */
export const bulkActSchema = z.strictObject({
  act: z.enum(bulkActs),
  items: z
    .array(bulkItemSchema)
    .min(1)
    .max(maxBulkItems)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, issueCode('duplicates')),
});
