import * as z from 'zod';
import { idSchema } from '../model/id.ts';
import { instantSchema } from '../model/time/instant.ts';
import { uploadRequestSchema } from '../model/upload.ts';
import type { Route } from './route.ts';
import { byId, staffUploadSchema } from './staff-schemas.ts';

/** Uploads of images. */
export const uploadRoutes = {
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
