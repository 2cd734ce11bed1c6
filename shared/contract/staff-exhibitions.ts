import * as z from 'zod';
import { artworkContentSchema } from '../model/artwork.ts';
import { exhibitionContentSchema, maxSelectedArtworks } from '../model/exhibition.ts';
import { exhibitionStatuses } from '../model/exhibition-status.ts';
import { fieldLocationSchema } from '../model/field-location.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/locale.ts';
import { instantSchema } from '../model/time/instant.ts';
import { issueCode } from '../refusals/issue-code.ts';
import {
  artworkPatchSchema,
  exhibitionPatchSchema,
  inExhibition,
  likenessSchema,
  rankedSchema,
  selectionProposalSchema,
  staffArtworkSchema,
  staffExhibitionSchema,
} from './exhibition-schemas.ts';
import { ratingBodySchema, workNumberSchema } from './jury-schemas.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';
import { byId, publicationCheckSchema } from './staff-schemas.ts';

/** What staff may do with exhibitions and the artworks in them. */
export const exhibitionRoutes = {
  createExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions',
    access: 'contributor',
    summary: 'Create an exhibition',
    body: exhibitionContentSchema,
    hasQuota: true,
    status: 201,
    response: staffExhibitionSchema,
  },
  listStaffExhibitions: {
    method: 'GET',
    path: '/v1/staff/exhibitions',
    access: 'contributor',
    summary: 'List exhibitions',
    query: z.strictObject({ status: z.enum(exhibitionStatuses).default('draft'), ...pageQuery }),
    status: 200,
    response: page(staffExhibitionSchema),
  },
  getStaffExhibition: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}',
    access: 'contributor',
    summary: 'Get an exhibition',
    params: byId,
    status: 200,
    response: staffExhibitionSchema,
  },
  updateExhibition: {
    method: 'PATCH',
    path: '/v1/staff/exhibitions/{id}',
    access: 'contributor',
    summary: 'Update an exhibition',
    params: byId,
    body: exhibitionPatchSchema,
    ifMatch: 'required',
    status: 200,
    response: staffExhibitionSchema,
  },
  updateExhibitionStatus: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/status',
    access: 'editor',
    summary: 'Open or close entries',
    params: byId,
    body: z.strictObject({ status: z.enum(['draft', 'open', 'selection']) }),
    ifMatch: 'optional',
    status: 200,
    response: staffExhibitionSchema,
  },
  archiveExhibition: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}',
    access: 'editor',
    summary: 'Archive an exhibition',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: staffExhibitionSchema,
  },
  unarchiveExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/unarchive',
    access: 'editor',
    summary: 'Take an exhibition out of the archive',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'required',
    status: 200,
    response: staffExhibitionSchema,
  },
  getExhibitionPublicationCheck: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/publication-check',
    access: 'contributor',
    summary: 'Check what an exhibition lacks for publication',
    params: byId,
    status: 200,
    response: publicationCheckSchema,
  },
  publishExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/publish',
    access: 'editor',
    summary: 'Publish an exhibition',
    params: byId,
    body: z.strictObject({
      publishAt: instantSchema.optional(),
      unpublishAt: instantSchema.nullish(),
      locales: z.array(localeSchema).min(1).optional(),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffExhibitionSchema,
  },
  unpublishExhibition: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/unpublish',
    access: 'editor',
    summary: 'Unpublish an exhibition',
    params: byId,
    body: z.strictObject({
      hideTitle: z.boolean().default(false),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffExhibitionSchema,
  },
  selectArtworks: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/selection',
    access: 'editor',
    summary: 'Select the artworks of an exhibition',
    params: byId,
    body: z.strictObject({
      artworkIds: z.array(idSchema).min(1).max(maxSelectedArtworks).optional(),
      numbers: z.array(workNumberSchema).min(1).max(maxSelectedArtworks).optional(),
    }),
    ifMatch: 'optional',
    status: 200,
    response: staffExhibitionSchema,
  },
  getRanking: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/ranking',
    access: 'editor',
    summary: 'Get the ranking of the entries',
    params: byId,
    query: z.strictObject({
      count: z
        .string()
        .regex(/^([1-9]\d{0,2}|1000)$/, issueCode('outOfRange', { min: 1, max: 1000 }))
        .transform(Number)
        .default(10),
    }),
    status: 200,
    response: z.strictObject({
      items: z.array(rankedSchema),
      proposal: selectionProposalSchema,
    }),
  },
  listDuplicates: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/duplicates',
    access: 'contributor',
    summary: 'List entries that look alike',
    params: byId,
    status: 200,
    response: z.strictObject({ items: z.array(likenessSchema) }),
  },
  createArtwork: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks',
    access: 'contributor',
    summary: 'Create an artwork',
    params: byId,
    body: artworkContentSchema,
    hasQuota: true,
    status: 201,
    response: staffArtworkSchema,
  },
  listStaffArtworks: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/artworks',
    access: 'contributor',
    summary: 'List artworks',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffArtworkSchema),
  },
  getStaffArtwork: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}',
    access: 'contributor',
    summary: 'Get an artwork',
    params: inExhibition,
    status: 200,
    response: staffArtworkSchema,
  },
  updateArtwork: {
    method: 'PATCH',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}',
    access: 'contributor',
    summary: 'Update an artwork',
    params: inExhibition,
    body: artworkPatchSchema,
    ifMatch: 'required',
    status: 200,
    response: staffArtworkSchema,
  },
  deleteArtwork: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}',
    access: 'contributor',
    summary: 'Erase an artwork',
    params: inExhibition,
    ifMatch: 'optional',
    status: 200,
    response: z.strictObject({
      artworkId: idSchema,
      erased: z.boolean(),
      removedFrom: z.array(fieldLocationSchema).optional(),
      mentions: z.array(fieldLocationSchema),
    }),
  },
  rateArtwork: {
    method: 'PUT',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/rating',
    access: 'editor',
    summary: 'Rate an artwork',
    params: inExhibition,
    body: ratingBodySchema,
    status: 200,
    response: ratingBodySchema.extend({ artworkId: idSchema }),
  },
} as const satisfies Record<string, Route>;
