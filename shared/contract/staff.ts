import * as z from 'zod';
import { auditEntrySchema } from '../model/audit.ts';
import { eventContentSchema } from '../model/event.ts';
import { eventStatuses } from '../model/event-status.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/locale.ts';
import { queueNames } from '../model/queue.ts';
import { siteSchema } from '../model/site.ts';
import { staffIdSchema } from '../model/staff-id.ts';
import { instantSchema } from '../model/time/instant.ts';
import { uploadRequestSchema } from '../model/upload.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';
import { attentionRoutes } from './staff-attention.ts';
import { erasureRoutes } from './staff-erasure.ts';
import { exhibitionRoutes } from './staff-exhibitions.ts';
import { juryRoutes } from './staff-juries.ts';
import {
  byId,
  byVersion,
  eventPatchSchema,
  fieldChangeSchema,
  importReportSchema,
  previewSchema,
  previewSummarySchema,
  revisionSummarySchema,
  siteVersionSummarySchema,
  staffEventSchema,
  staffRevisionSchema,
  staffUploadSchema,
  versionSchema,
} from './staff-schemas.ts';
import { webhookRoutes } from './staff-webhooks.ts';

/** What staff may do, each route with the lowest role that may call it. */
export const staffRoutes = {
  ...exhibitionRoutes,
  ...juryRoutes,
  ...webhookRoutes,
  ...erasureRoutes,
  ...attentionRoutes,
  createEvent: {
    method: 'POST',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'Create an event',
    body: eventContentSchema,
    hasQuota: true,
    status: 201,
    response: staffEventSchema,
  },
  listStaffEvents: {
    method: 'GET',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'List events',
    query: z.strictObject({ status: z.enum(eventStatuses).default('draft'), ...pageQuery }),
    status: 200,
    response: page(staffEventSchema),
  },
  getStaffEvent: {
    method: 'GET',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'Get an event',
    params: byId,
    status: 200,
    response: staffEventSchema,
  },
  updateEvent: {
    method: 'PATCH',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'Update an event',
    params: byId,
    body: eventPatchSchema,
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
  assignContributors: {
    method: 'PUT',
    path: '/v1/staff/events/{id}/handed-to',
    access: 'contributor',
    summary: 'Assign contributors to an event',
    params: byId,
    body: z.strictObject({ handedTo: z.array(staffIdSchema).max(20) }),
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
  updateEventStatus: {
    method: 'POST',
    path: '/v1/staff/events/{id}/status',
    access: 'contributor',
    summary: 'Send an event to review, or take it back',
    params: byId,
    body: z.strictObject({ status: z.enum(['draft', 'inReview']) }),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
  archiveEvent: {
    method: 'DELETE',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'Archive an event',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
  publishEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/publish',
    access: 'editor',
    summary: 'Publish an event',
    params: byId,
    body: z.strictObject({
      /** Now, where absent. A past time dates the event back; a future one hides it until then. */
      publishAt: instantSchema.optional(),
      /** When it leaves the public by itself; as before, where absent, and never, where null. */
      unpublishAt: instantSchema.nullish(),
      /** Which languages to publish: all that the working copy has, where absent. */
      locales: z.array(localeSchema).min(1).optional(),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
  unpublishEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/unpublish',
    access: 'editor',
    summary: 'Unpublish an event',
    params: byId,
    body: z.strictObject({
      /** Which languages to withdraw: all, and with them the media, where absent. */
      locales: z.array(localeSchema).min(1).optional(),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
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
  createPreview: {
    method: 'POST',
    path: '/v1/staff/events/{id}/previews',
    access: 'contributor',
    summary: 'Create a preview link',
    params: byId,
    body: z.strictObject({
      locale: localeSchema,
      /** The current one, where absent. */
      version: z.int().positive().optional(),
      /** How long the link works, in hours. */
      hours: z
        .int()
        .min(1, issueCode('outOfRange', { min: 1, max: 168 }))
        .max(168, issueCode('outOfRange', { min: 1, max: 168 }))
        .default(24),
    }),
    hasQuota: true,
    status: 201,
    response: z.strictObject({ previewId: idSchema, url: z.url(), expiresAt: instantSchema }),
  },
  listPreviews: {
    method: 'GET',
    path: '/v1/staff/events/{id}/previews',
    access: 'contributor',
    summary: 'List preview links',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(previewSummarySchema),
  },
  revokePreview: {
    method: 'DELETE',
    path: '/v1/staff/events/{id}/previews/{previewId}',
    access: 'contributor',
    summary: 'Revoke a preview link',
    params: byId.extend({ previewId: idSchema }),
    status: 200,
    response: z.strictObject({ previewId: idSchema, revoked: z.literal(true) }),
  },
  getPreview: {
    method: 'GET',
    path: '/v1/staff/previews/{token}',
    access: 'public',
    summary: 'Get a preview',
    params: z.strictObject({
      token: z.string().regex(/^[0-9A-Z]{26}\.[A-Za-z0-9_-]{43}$/, issueCode('invalidPreviewToken')),
    }),
    status: 200,
    response: previewSchema,
  },
  getStaffSite: {
    method: 'GET',
    path: '/v1/staff/site',
    access: 'contributor',
    summary: 'Get the site settings with their version',
    status: 200,
    response: siteSchema,
  },
  updateSite: {
    method: 'PUT',
    path: '/v1/staff/site',
    access: 'admin',
    summary: 'Update the site settings',
    body: siteSchema,
    ifMatch: 'required',
    status: 200,
    response: siteSchema,
  },
  listSiteRevisions: {
    method: 'GET',
    path: '/v1/staff/site/revisions',
    access: 'editor',
    summary: 'List the versions of the site settings',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(siteVersionSummarySchema),
  },
  getSiteRevision: {
    method: 'GET',
    path: '/v1/staff/site/revisions/{version}',
    access: 'editor',
    summary: 'Get a version of the site settings',
    params: z.strictObject({ version: versionSchema }),
    status: 200,
    response: siteSchema,
  },
  rebuildShowcase: {
    method: 'POST',
    path: '/v1/staff/rebuild',
    access: 'admin',
    summary: 'Rebuild the public side',
    body: z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{1,10}\.(events|exhibitions)\.([0-9A-Z]{26})?$/, issueCode('invalidCursor'))
        .optional(),
    }),
    status: 200,
    response: z.strictObject({ rebuilt: z.int(), nextCursor: z.string().optional() }),
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
      item: z.union([idSchema, z.enum(['site', ...queueNames])], issueCode('invalidAuditItem')).optional(),
      ...pageQuery,
    }),
    status: 200,
    response: page(auditEntrySchema),
  },
  importArchive: {
    method: 'POST',
    path: '/v1/staff/imports',
    access: 'admin',
    summary: 'Import an archive',
    query: z.strictObject({ dryRun: z.stringbool(issueCode('notBoolean')).default(false) }),
    acceptsJsonLines: true,
    status: 200,
    response: importReportSchema,
  },
  createUpload: {
    method: 'POST',
    path: '/v1/staff/uploads',
    access: 'contributor',
    summary: 'Create an upload',
    body: uploadRequestSchema,
    hasQuota: true,
    status: 201,
    response: z.discriminatedUnion('alreadyUploaded', [
      z.strictObject({ uploadId: idSchema, alreadyUploaded: z.literal(true) }),
      z.strictObject({
        uploadId: idSchema,
        alreadyUploaded: z.literal(false),
        method: z.literal('PUT'),
        url: z.url(),
        /** Headers to send along, each exactly as given. */
        headers: z.record(z.string(), z.string()),
        expiresAt: instantSchema,
      }),
    ]),
  },
  getUpload: {
    method: 'GET',
    path: '/v1/staff/uploads/{id}',
    access: 'contributor',
    summary: 'Get an upload',
    params: byId,
    status: 200,
    response: staffUploadSchema,
  },
} as const satisfies Record<string, Route>;
