import * as z from 'zod';
import { uploadKinds, uploadRequestSchema, uploadStates } from '../../model/files/upload.ts';
import { idSchema } from '../../model/id.ts';
import { lineOfText } from '../../model/text/text.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { occasionSchema } from '../../model/time/occasion.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { byId, listedUploadSchema, staffUploadSchema } from './schemas.ts';

/** Uploads of images and documents. */
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
        headers: z.record(z.string(), z.string()),
        expiresAt: instantSchema,
      }),
    ]),
  },
  listUploads: {
    method: 'GET',
    path: '/v1/staff/uploads',
    access: 'contributor',
    summary: 'List uploads',
    query: z.strictObject({
      q: lineOfText(200).optional(),
      state: z.enum([...uploadStates, 'expired']).optional(),
      kind: z.enum(uploadKinds).optional(),
      unused: z.literal('true').optional(),
      before: occasionSchema.optional(),
      ...pageQuery,
    }),
    status: 200,
    response: page(listedUploadSchema),
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
