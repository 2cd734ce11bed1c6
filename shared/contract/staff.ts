import * as z from 'zod';
import { eventContentSchema, eventSchema, eventStatuses, instantSchema, translationSchema } from '../domain/event.ts';
import { idSchema } from '../domain/id.ts';
import { localeSchema } from '../domain/locale.ts';
import { pictureSchema } from '../domain/picture.ts';
import { uploadRequestSchema, uploadSchema, uploadStates } from '../domain/upload.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';

/** The same fields, each of which may also be `null`, which removes it (JSON Merge Patch, RFC 7396). */
const removable = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, (field as z.ZodType).nullish()]),
    ) as unknown as { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> },
  );

/** A change of an event's working copy (JSON Merge Patch, RFC 7396): what is absent stays, what is `null` goes. */
export const eventPatchSchema = removable(eventContentSchema).extend({
  translations: z.record(localeSchema, removable(translationSchema).nullable()).optional(),
});

export type EventPatch = z.output<typeof eventPatchSchema>;

/** An event as staff see it. */
export const staffEventSchema = eventSchema.omit({ publication: true }).extend({
  /** True where the working copy has changed since it was published. */
  hasUnpublishedChanges: z.boolean(),
  /** The languages that the public can read, once `publishedAt` has come. */
  publishedLocales: z.array(localeSchema),
});

export type StaffEvent = z.output<typeof staffEventSchema>;

/** An upload as staff see it. */
export const staffUploadSchema = uploadSchema.omit({ id: true, image: true, state: true }).extend({
  uploadId: idSchema,
  /** `expired` is an upload whose bytes did not arrive within a day. */
  state: z.enum([...uploadStates, 'expired']),
  width: z.int().optional(),
  height: z.int().optional(),
  /** Where the renditions can be seen by staff for a few minutes, by signed addresses. */
  renditions: pictureSchema.shape.renditions.optional(),
  placeholder: z.string().optional(),
  color: z.string().optional(),
});

const byId = z.strictObject({ id: idSchema });

/** What staff may do, each route with the lowest role that may call it. */
export const staffRoutes = {
  createEvent: {
    method: 'POST',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'Create a draft',
    body: eventContentSchema,
    status: 201,
    response: staffEventSchema,
  },
  listEvents: {
    method: 'GET',
    path: '/v1/staff/events',
    access: 'contributor',
    summary: 'Working copies of one status, last changed first',
    query: z.strictObject({ status: z.enum(eventStatuses).default('draft'), ...pageQuery }),
    status: 200,
    response: page(staffEventSchema),
  },
  readEvent: {
    method: 'GET',
    path: '/v1/staff/events/{id}',
    access: 'contributor',
    summary: 'The working copy of one event',
    params: byId,
    status: 200,
    response: staffEventSchema,
  },
  changeEvent: {
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
      /** Which languages to publish: all that the working copy has, where absent. */
      locales: z.array(localeSchema).min(1, 'names no language').optional(),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
  unpublishEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/unpublish',
    access: 'editor',
    summary: 'Withdraw an event from the public, with its media',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'optional',
    status: 200,
    response: staffEventSchema,
  },
  requestUpload: {
    method: 'POST',
    path: '/v1/staff/uploads',
    access: 'contributor',
    summary: 'Ask for a signed address to upload one file to',
    body: uploadRequestSchema,
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
  readUpload: {
    method: 'GET',
    path: '/v1/staff/uploads/{id}',
    access: 'contributor',
    summary: 'How an upload fares',
    params: byId,
    status: 200,
    response: staffUploadSchema,
  },
} as const satisfies Record<string, Route>;
