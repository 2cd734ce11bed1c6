import * as z from 'zod';
import { idSchema } from '../id.ts';
import { roles } from '../staff/role.ts';

/** What can be done to many events at once. */
export const bulkActs = ['publish', 'unpublish', 'archive', 'unarchive', 'submit', 'recall'] as const;

export type BulkAct = (typeof bulkActs)[number];

/** Most events of one act. */
export const maxBulkItems = 100;

/** An event that is acted on, in the version that the caller has seen. */
export const bulkItemSchema = z.strictObject({ id: idSchema, version: z.int().positive() });

export type BulkItem = z.output<typeof bulkItemSchema>;

/** What the job of an act on many events has been asked for, by whom in which role, and from where. */
export const bulkRequestSchema = z.strictObject({
  act: z.enum(bulkActs),
  items: z.array(bulkItemSchema),
  role: z.enum(roles),
  from: z.string(),
  viewer: z.string().optional(),
});

export type BulkRequest = z.output<typeof bulkRequestSchema>;
