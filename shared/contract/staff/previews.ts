import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { exhibitionPreviewSchema } from './exhibition-schemas.ts';
import { byId, previewSchema, previewSummarySchema } from './schemas.ts';

const byToken = z.strictObject({
  token: z.string().regex(/^[0-9A-Z]{26}\.[A-Za-z0-9_-]{43}$/, issueCode('invalidPreviewToken')),
});

const previewBody = z.strictObject({
  locale: localeSchema,
  version: z.int().positive().optional(),
  hours: z
    .int()
    .min(1, issueCode('outOfRange', { min: 1, max: 168 }))
    .max(168, issueCode('outOfRange', { min: 1, max: 168 }))
    .default(24),
});

const newPreview = z.strictObject({ previewId: idSchema, url: z.url(), apiUrl: z.url(), expiresAt: instantSchema });

const revokedPreview = z.strictObject({ previewId: idSchema, revoked: z.literal(true) });

/** The number of the first artwork that is shown, from 1: as on the page of a published exhibition. */
const fromArtwork = z.strictObject({
  from: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/, issueCode('outOfRange', { min: 1, max: 1000 }))
    .transform(Number)
    .default(1),
});

/** Links that show a version of an event or exhibition to those without an account. */
export const previewRoutes = {
  createPreview: {
    method: 'POST',
    path: '/v1/staff/events/{id}/previews',
    access: 'contributor',
    summary: 'Create a preview link',
    params: byId,
    body: previewBody,
    hasQuota: true,
    status: 201,
    response: newPreview,
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
    response: revokedPreview,
  },
  createExhibitionPreview: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/previews',
    access: 'contributor',
    summary: 'Create a preview link of an exhibition',
    params: byId,
    body: previewBody,
    hasQuota: true,
    status: 201,
    response: newPreview,
  },
  listExhibitionPreviews: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/previews',
    access: 'contributor',
    summary: 'List preview links of an exhibition',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(previewSummarySchema),
  },
  revokeExhibitionPreview: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}/previews/{previewId}',
    access: 'contributor',
    summary: 'Revoke a preview link of an exhibition',
    params: byId.extend({ previewId: idSchema }),
    status: 200,
    response: revokedPreview,
  },
  getPreviewPage: {
    method: 'GET',
    path: '/v1/staff/previews/{token}/page',
    access: 'public',
    summary: 'Get the page of a preview',
    params: byToken,
    // Programs that pass a link on add parameters of their own.
    query: z.object(fromArtwork.shape),
    status: 200,
    produces: 'text/html; charset=utf-8',
    response: z.string(),
  },
  getPreview: {
    method: 'GET',
    path: '/v1/staff/previews/{token}',
    access: 'public',
    summary: 'Get a preview',
    params: byToken,
    status: 200,
    response: previewSchema,
  },
  getExhibitionPreview: {
    method: 'GET',
    path: '/v1/staff/previews/{token}/exhibition',
    access: 'public',
    summary: 'Get a preview of an exhibition',
    params: byToken,
    query: fromArtwork,
    status: 200,
    response: exhibitionPreviewSchema,
  },
} as const satisfies Record<string, Route>;
