import * as z from 'zod';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';
import {
  byId,
  byVersion,
  fieldChangeSchema,
  revisionSummarySchema,
  staffEventSchema,
  staffRevisionSchema,
  versionSchema,
} from './staff-schemas.ts';

/** The versions of an event. */
export const revisionRoutes = {
  listRevisions: {
    method: 'GET',
    path: '/v1/staff/events/{id}/revisions',
    access: 'editor',
    summary: 'List the versions of an event',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(revisionSummarySchema),
  },
  getRevision: {
    method: 'GET',
    path: '/v1/staff/events/{id}/revisions/{version}',
    access: 'editor',
    summary: 'Get a version of an event',
    params: byVersion,
    query: z.strictObject({ against: versionSchema.optional() }),
    status: 200,
    response: z.strictObject({ ...staffRevisionSchema.shape, changes: z.array(fieldChangeSchema).optional() }),
  },
  restoreRevision: {
    method: 'POST',
    path: '/v1/staff/events/{id}/revisions/{version}/restore',
    access: 'editor',
    summary: 'Restore a version of an event',
    params: byVersion,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
} as const satisfies Record<string, Route>;
