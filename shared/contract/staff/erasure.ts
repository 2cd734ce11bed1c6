import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { confirmedMentionSchema } from '../../model/names/confirmed-mention.ts';
import { slugSchema } from '../../model/text/slug.ts';
import type { Route } from '../route.ts';
import { byId } from './schemas.ts';

/** A former address: its slug with the language, or its SHA-256 as the places name it where it was found. */
const formerAddress = z.strictObject({
  locale: localeSchema.optional(),
  slug: slugSchema.optional(),
  addressHash: confirmedMentionSchema.shape.textHash.optional(),
});

/** What can be erased for good beside artworks, by admins only. Each answer says what is gone; the audit keeps ids. */
export const erasureRoutes = {
  deleteUpload: {
    method: 'DELETE',
    path: '/v1/staff/uploads/{id}',
    access: 'admin',
    summary: 'Erase an upload',
    params: byId,
    status: 200,
    response: z.strictObject({
      uploadId: idSchema,
      files: z.int(),
    }),
  },
  deleteRevisions: {
    method: 'DELETE',
    path: '/v1/staff/events/{id}/revisions',
    access: 'admin',
    summary: 'Erase the earlier versions of an event',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({ id: idSchema, revisions: z.int() }),
  },
  deleteExhibitionRevisions: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}/revisions',
    access: 'admin',
    summary: 'Erase the earlier versions of an exhibition',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({ id: idSchema, revisions: z.int() }),
  },
  eraseEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/erase',
    access: 'admin',
    summary: 'Erase an event',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({
      id: idSchema,
      revisions: z.int(),
      addresses: z.int(),
    }),
  },
  eraseExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/erase',
    access: 'admin',
    summary: 'Erase an exhibition',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'optional',
    status: 200,
    response: z.strictObject({
      id: idSchema,
      erased: z.boolean(),
      artworks: z.int(),
      revisions: z.int(),
      addresses: z.int(),
    }),
  },
  eraseEventSlug: {
    method: 'POST',
    path: '/v1/staff/events/{id}/slugs/erase',
    access: 'admin',
    summary: 'Erase a former address of an event',
    params: byId,
    body: formerAddress,
    status: 200,
    response: z.strictObject({
      id: idSchema,
      revisions: z.int(),
    }),
  },
  eraseExhibitionSlug: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/slugs/erase',
    access: 'admin',
    summary: 'Erase a former address of an exhibition',
    params: byId,
    body: formerAddress,
    status: 200,
    response: z.strictObject({ id: idSchema, erased: z.literal(true), revisions: z.int() }),
  },
} as const satisfies Record<string, Route>;
