import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { fieldErrorSchema } from '../../model/json/field-error.ts';
import { jobKinds, jobOutcomes, jobStates } from '../../model/staff/job.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { page, pageQuery } from '../list.ts';

import { personSchema } from '../person.ts';
import type { Route } from '../route.ts';

/** Something that went wrong with an item of a job. */
export const staffJobErrorSchema = z.strictObject({ item: z.string().optional(), ...fieldErrorSchema.shape });

export const staffJobResultSchema = z.strictObject({
  item: z.string(),
  line: z.int().positive().optional(),
  outcome: z.enum(jobOutcomes),
  errors: z.array(fieldErrorSchema).optional(),
  warnings: z.array(fieldErrorSchema).optional(),
});

/** Long work, as those see it who asked for it. */
export const staffJobSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  errors: z.array(staffJobErrorSchema),
  createdAt: instantSchema,
  createdBy: personSchema,
  updatedAt: instantSchema,
  endedAt: instantSchema.optional(),
  results: z.array(staffJobResultSchema).optional(),
});

/** Work that takes longer than a request. */
export const jobRoutes = {
  listJobs: {
    method: 'GET',
    path: '/v1/staff/jobs',
    access: 'contributor',
    summary: 'List jobs',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffJobSchema),
  },
  getJob: {
    method: 'GET',
    path: '/v1/staff/jobs/{id}',
    access: 'contributor',
    summary: 'Get a job',
    params: z.strictObject({ id: idSchema }),
    status: 200,
    response: staffJobSchema,
  },
  retryJob: {
    method: 'POST',
    path: '/v1/staff/jobs/{id}/retry',
    access: 'contributor',
    summary: 'Try a failed job again',
    params: z.strictObject({ id: idSchema }),
    body: z.strictObject({}),
    status: 202,
    response: staffJobSchema,
  },
} as const satisfies Record<string, Route>;
