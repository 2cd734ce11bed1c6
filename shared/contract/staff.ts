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
    summary: 'Create a draft',
    body: eventContentSchema,
    hasQuota: true,
    status: 201,
    response: staffEventSchema,
  },
  listStaffEvents: {
    method: 'GET',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'Working copies that have one status now, without the bodies of their texts',
    query: z.strictObject({ status: z.enum(eventStatuses).default('draft'), ...pageQuery }),
    status: 200,
    response: page(staffEventSchema),
  },
  getStaffEvent: {
    method: 'GET',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'The working copy of one event',
    params: byId,
    status: 200,
    response: staffEventSchema,
  },
  updateEvent: {
    method: 'PATCH',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'Change a working copy; what the public sees stays as it is',
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
    summary: 'Name the contributors who may change an event beside the one who has created it',
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
    summary: 'Send a draft or a withdrawn event to review, or take it back: it is then what it was before',
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
    summary: 'Archive a draft; nothing is destroyed',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
  publishEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/publish',
    access: 'editor',
    summary: 'Publish the working copy now or at a time',
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
    summary: 'Withdraw an event, or some languages of it, from the public',
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
    summary: 'The versions of an event, newest first: who made each, when, and by what',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(revisionSummarySchema),
  },
  getRevision: {
    method: 'GET',
    path: '/v1/staff/events/{id}/revisions/{version}',
    access: 'editor',
    summary: 'One version of an event, and field by field what is different from another',
    params: byVersion,
    query: z.strictObject({ against: versionSchema.optional() }),
    status: 200,
    response: z.strictObject({ ...staffRevisionSchema.shape, changes: z.array(fieldChangeSchema).optional() }),
  },
  restoreRevision: {
    method: 'POST',
    path: '/v1/staff/events/{id}/revisions/{version}/restore',
    access: 'editor',
    summary: 'Make what an earlier version said the working copy again; what the public sees stays as it is',
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
    summary: 'A link that shows one version in one language to whoever holds it',
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
    summary: 'The preview links of an event that work, newest first; a link itself is shown once only',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(previewSummarySchema),
  },
  revokePreview: {
    method: 'DELETE',
    path: '/v1/staff/events/{id}/previews/{previewId}',
    access: 'contributor',
    summary: 'Make a preview link stop working',
    params: byId.extend({ previewId: idSchema }),
    status: 200,
    response: z.strictObject({ previewId: idSchema, revoked: z.literal(true) }),
  },
  getPreview: {
    method: 'GET',
    path: '/v1/staff/previews/{token}',
    access: 'public',
    summary: 'What a preview link shows, to whoever holds it',
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
    summary: 'The settings of the site, with their version',
    status: 200,
    response: siteSchema,
  },
  updateSite: {
    method: 'PUT',
    path: '/v1/staff/site',
    access: 'admin',
    summary: 'Change the settings of the site',
    body: siteSchema,
    ifMatch: 'required',
    status: 200,
    response: siteSchema,
  },
  listSiteRevisions: {
    method: 'GET',
    path: '/v1/staff/site/revisions',
    access: 'editor',
    summary: 'The versions of the settings, newest first: who made each, and when',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(siteVersionSummarySchema),
  },
  getSiteRevision: {
    method: 'GET',
    path: '/v1/staff/site/revisions/{version}',
    access: 'editor',
    summary: 'One version of the settings; to restore it, send it back with PUT',
    params: z.strictObject({ version: versionSchema }),
    status: 200,
    response: siteSchema,
  },
  rebuildShowcase: {
    method: 'POST',
    path: '/v1/staff/rebuild',
    access: 'admin',
    summary: 'Make some of the showcase again from the desk; go on with `nextCursor` until there is none',
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
    summary: 'Send back to work what a queue has set aside after it had failed again and again',
    body: z.strictObject({ queue: z.enum(queueNames) }),
    status: 200,
    response: z.strictObject({ queue: z.enum(queueNames), count: z.int() }),
  },
  listAuditEntries: {
    method: 'GET',
    path: '/v1/staff/audit',
    access: 'admin',
    summary: 'Who did what, when and from where: in a month, or to an item; newest first',
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
    summary: 'Publish the items of an archive in JSON Lines, each line on its own',
    query: z.strictObject({ dryRun: z.stringbool(issueCode('notBoolean')).default(false) }),
    acceptsJsonLines: true,
    status: 200,
    response: importReportSchema,
  },
  createUpload: {
    method: 'POST',
    path: '/v1/staff/uploads',
    access: 'contributor',
    summary: 'Ask for a signed address to upload one file to',
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
    summary: 'How an upload fares',
    params: byId,
    status: 200,
    response: staffUploadSchema,
  },
} as const satisfies Record<string, Route>;
