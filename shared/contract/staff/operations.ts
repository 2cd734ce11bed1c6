import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { siteId } from '../../model/json/field-location.ts';
import { auditActions } from '../../model/staff/audit.ts';
import { queueNames, setAsideNames } from '../../model/staff/queue.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { listedAuditEntrySchema } from './audit.ts';
import { staffJobSchema } from './jobs.ts';

/** Work that was set aside, since it failed again and again: what it is about, and why it failed last. */
export const setAsideSchema = z.strictObject({
  id: z.string(),
  queue: z.enum(setAsideNames),
  sentAt: instantSchema,
  subject: z
    .strictObject({ kind: z.enum(['upload', 'exhibition', 'job', 'event', 'webhook']), id: idSchema })
    .optional(),
  reason: z.string().optional(),
  failedAt: instantSchema.optional(),
});

/** How much work of a kind was set aside. */
export const setAsideCountSchema = z.strictObject({ queue: z.enum(setAsideNames), count: z.int().nonnegative() });

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
  listSetAside: {
    method: 'GET',
    path: '/v1/staff/set-aside',
    access: 'admin',
    summary: 'List what was set aside',
    status: 200,
    response: z.strictObject({ queues: z.array(setAsideCountSchema), items: z.array(setAsideSchema) }),
  },
  redriveQueue: {
    method: 'POST',
    path: '/v1/staff/replay',
    access: 'admin',
    summary: 'Redrive a dead-letter queue',
    body: z.strictObject({ queue: z.enum(queueNames), message: z.string().min(1).max(100).optional() }),
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
      item: z.union([idSchema, z.enum([siteId, 'consents', ...queueNames])], issueCode('invalidAuditItem')).optional(),
      person: staffIdSchema.optional(),
      action: z.enum(auditActions).optional(),
      ...pageQuery,
    }),
    status: 200,
    response: page(listedAuditEntrySchema),
  },
} as const satisfies Record<string, Route>;
