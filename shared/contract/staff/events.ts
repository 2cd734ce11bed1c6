import * as z from 'zod';
import { eventContentSchema } from '../../model/events/event.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { reviewNoteSchema } from '../../model/publication/review.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { instantSchema } from '../../model/time/instant.ts';
import type { Route } from '../route.ts';
import { bulkActSchema } from './bulk-act.ts';
import { eventsPage, eventsQuery } from './event-list.ts';
import { staffJobSchema } from './jobs.ts';
import { byId, eventPatchSchema, eventPublicationSchema, publicationCheckSchema, staffEventSchema } from './schemas.ts';

/** Events on the desk: their texts, their status and their publication. */
export const eventRoutes = {
  createEvent: {
    method: 'POST',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'Create an event',
    body: eventContentSchema,
    hasQuota: true,
    takesIdempotencyKey: true,
    status: 201,
    response: staffEventSchema,
  },
  listStaffEvents: {
    method: 'GET',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'List events',
    query: eventsQuery,
    status: 200,
    response: eventsPage,
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
  updateEvents: {
    method: 'POST',
    path: '/v1/staff/events/bulk',
    access: 'contributor',
    summary: 'Act on many events',
    body: bulkActSchema,
    status: 202,
    response: staffJobSchema,
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
    body: z.strictObject({ status: z.enum(['draft', 'inReview']), note: reviewNoteSchema.optional() }),
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
  unarchiveEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/unarchive',
    access: 'contributor',
    summary: 'Take an event out of the archive',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: staffEventSchema,
  },
  getEventPublication: {
    method: 'GET',
    path: '/v1/staff/events/{id}/publication',
    access: 'contributor',
    summary: 'Get what is public of an event',
    params: byId,
    status: 200,
    response: eventPublicationSchema,
  },
  getEventPublicationCheck: {
    method: 'GET',
    path: '/v1/staff/events/{id}/publication-check',
    access: 'contributor',
    summary: 'Check what an event lacks for publication',
    params: byId,
    status: 200,
    response: publicationCheckSchema,
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
      /** Calendars are told that it is cancelled, and not what it was called; also where it was withdrawn before. */
      hideTitle: z.boolean().default(false),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
} as const satisfies Record<string, Route>;
