import * as z from 'zod';
import { auditActions } from '../model/audit.ts';
import { idSchema } from '../model/id.ts';
import { queueNames } from '../model/queue.ts';
import { staffIdSchema } from '../model/staff-id.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';
import { listedAuditEntrySchema } from './staff-audit.ts';
import { staffJobSchema } from './staff-jobs.ts';

/** What administrators run and read: the rebuild of the public side, dead-letter queues, the audit log. */
export const operationRoutes = {
  rebuildShowcase: {
    method: 'POST',
    path: '/v1/staff/rebuild',
    access: 'admin',
    summary: 'Rebuild the public side',
    body: z.strictObject({}),
    status: 202,
    response: staffJobSchema,
  },
  redriveQueue: {
    method: 'POST',
    path: '/v1/staff/replay',
    access: 'admin',
    summary: 'Redrive a dead-letter queue',
    body: z.strictObject({ queue: z.enum(queueNames) }),
    status: 200,
    response: z.strictObject({ queue: z.enum(queueNames), count: z.int() }),
  },
  listAuditEntries: {
    method: 'GET',
    path: '/v1/staff/audit',
    access: 'admin',
    summary: 'List audit entries',
    query: z.strictObject({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, issueCode('invalidMonth'))
        .optional(),
      item: z.union([idSchema, z.enum(['site', 'consents', ...queueNames])], issueCode('invalidAuditItem')).optional(),
      person: staffIdSchema.optional(),
      action: z.enum(auditActions).optional(),
      ...pageQuery,
    }),
    status: 200,
    response: page(listedAuditEntrySchema),
  },
} as const satisfies Record<string, Route>;
