import * as z from 'zod';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import {
  exhibitionRevisionSummarySchema,
  staffExhibitionRevisionSchema,
  staffExhibitionSchema,
} from './exhibition-schemas.ts';
import {
  byId,
  byVersion,
  fieldChangeSchema,
  revisionSummarySchema,
  staffEventSchema,
  staffRevisionSchema,
  versionSchema,
} from './schemas.ts';

const against = z.strictObject({ against: versionSchema.optional() });

/** The versions of events and exhibitions. */
export const revisionRoutes = {
  listRevisions: {
    method: 'GET',
    path: '/v1/staff/events/{id}/revisions',
    access: 'contributor',
    summary: 'List the versions of an event',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(revisionSummarySchema),
  },
  getRevision: {
    method: 'GET',
    path: '/v1/staff/events/{id}/revisions/{version}',
    access: 'contributor',
    summary: 'Get a version of an event',
    params: byVersion,
    query: against,
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
  listExhibitionRevisions: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/revisions',
    access: 'editor',
    summary: 'List the versions of an exhibition',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(exhibitionRevisionSummarySchema),
  },
  getExhibitionRevision: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/revisions/{version}',
    access: 'editor',
    summary: 'Get a version of an exhibition',
    params: byVersion,
    query: against,
    status: 200,
    response: z.strictObject({
      ...staffExhibitionRevisionSchema.shape,
      changes: z.array(fieldChangeSchema).optional(),
    }),
  },
  restoreExhibitionRevision: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/revisions/{version}/restore',
    access: 'editor',
    summary: 'Restore a version of an exhibition',
    params: byVersion,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: staffExhibitionSchema,
  },
} as const satisfies Record<string, Route>;
