import * as z from 'zod';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/locale.ts';
import { slugSchema } from '../model/slug.ts';
import { instantSchema } from '../model/time/instant.ts';
import { uploadStates } from '../model/upload.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';
import { byId } from './staff-schemas.ts';

/** What can be erased for good beside artworks, by admins only. Each answer says what is gone; the audit keeps ids. */
export const erasureRoutes = {
  deleteUpload: {
    method: 'DELETE',
    path: '/v1/staff/uploads/{id}',
    access: 'admin',
    summary: 'Erase an upload that nothing uses: original, metadata, file name, renditions, and every version of them',
    params: byId,
    status: 200,
    response: z.strictObject({
      uploadId: idSchema,
      /** How many versions of files are gone. */
      files: z.int(),
    }),
  },
  listUnusedUploads: {
    method: 'GET',
    path: '/v1/staff/uploads',
    access: 'admin',
    summary:
      'Uploads that nothing has ever used for 90 days, or as the deployment says, oldest first: offered to be erased',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(
      z.strictObject({
        uploadId: idSchema,
        createdAt: instantSchema,
        createdBy: z.string(),
        contentLength: z.int(),
        state: z.enum([...uploadStates, 'expired']),
      }),
    ),
  },
  deleteRevisions: {
    method: 'DELETE',
    path: '/v1/staff/events/{id}/revisions',
    access: 'admin',
    summary: 'Erase every version of an event but the current one',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({ id: idSchema, revisions: z.int() }),
  },
  eraseEvent: {
    method: 'POST',
    path: '/v1/staff/events/{id}/erase',
    access: 'admin',
    summary: 'Erase an archived event with all its versions and previews; addresses that the public knew answer 410',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({
      id: idSchema,
      revisions: z.int(),
      /** How many addresses are kept as a hash. */
      addresses: z.int(),
    }),
  },
  eraseExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/erase',
    access: 'admin',
    summary:
      'Erase an exhibition that is a draft or withdrawn, with all its entries; addresses that the public knew answer 410',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'optional',
    status: 200,
    response: z.strictObject({
      id: idSchema,
      /** False where entries are left, or files are still being deleted: ask again. */
      erased: z.boolean(),
      /** How many entries this call has erased. */
      artworks: z.int(),
      /** How many addresses are kept as a hash. */
      addresses: z.int(),
    }),
  },
  eraseEventSlug: {
    method: 'POST',
    path: '/v1/staff/events/{id}/slugs/erase',
    access: 'admin',
    summary: 'Erase a former address of an event that holds a name: it is kept as a hash, and answers 410',
    params: byId,
    body: z.strictObject({ locale: localeSchema, slug: slugSchema }),
    status: 200,
    response: z.strictObject({
      id: idSchema,
      /** How many earlier versions still hold it. */
      revisions: z.int(),
    }),
  },
  eraseExhibitionSlug: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/slugs/erase',
    access: 'admin',
    summary: 'Erase a former address of an exhibition that holds a name: it is kept as a hash, and answers 410',
    params: byId,
    body: z.strictObject({ locale: localeSchema, slug: slugSchema }),
    status: 200,
    response: z.strictObject({ id: idSchema, erased: z.literal(true) }),
  },
} as const satisfies Record<string, Route>;
