import * as z from 'zod';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { staffArtworkSchema, staffExhibitionSchema } from './exhibition-schemas.ts';
import {
  inJury,
  judgedWorkSchema,
  jurorSchema,
  jurySchema,
  juryWorkSchema,
  ratedWorkSchema,
  ratingBodySchema,
  ratingChangeSchema,
  workNumberSchema,
} from './jury-schemas.ts';
import { byId } from './schemas.ts';

const ofJuror = byId.extend({ jurorId: staffIdSchema });

/** What members of juries may do, and what editors and admins do with juries. */
export const juryRoutes = {
  listJuries: {
    method: 'GET',
    path: '/v1/staff/juries',
    access: 'juror',
    summary: 'List the juries of the caller',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(jurySchema).extend({ jurorId: z.string() }),
  },
  listJuryWorks: {
    method: 'GET',
    path: '/v1/staff/juries/{id}/works',
    access: 'juror',
    summary: 'List the works that a jury rates',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(juryWorkSchema),
  },
  getJuryWork: {
    method: 'GET',
    path: '/v1/staff/juries/{id}/works/{number}',
    access: 'juror',
    summary: 'Get a work that a jury rates',
    params: inJury,
    status: 200,
    response: judgedWorkSchema,
  },
  rateJuryWork: {
    method: 'PUT',
    path: '/v1/staff/juries/{id}/works/{number}/rating',
    access: 'juror',
    summary: 'Rate a work',
    params: inJury,
    body: ratingBodySchema,
    status: 200,
    response: ratingBodySchema.extend({ number: workNumberSchema }),
  },
  updateJuryRating: {
    method: 'PATCH',
    path: '/v1/staff/juries/{id}/works/{number}/rating',
    access: 'juror',
    summary: 'Change a rating',
    params: inJury,
    body: ratingChangeSchema,
    status: 200,
    response: ratingBodySchema.extend({ number: workNumberSchema }),
  },
  listJurors: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/jurors',
    access: 'editor',
    summary: 'List the jurors of an exhibition',
    params: byId,
    status: 200,
    response: z.strictObject({ items: z.array(jurorSchema) }),
  },
  assignJuror: {
    method: 'PUT',
    path: '/v1/staff/exhibitions/{id}/jurors/{jurorId}',
    access: 'editor',
    summary: 'Assign a juror',
    params: ofJuror,
    body: z.strictObject({}),
    status: 200,
    response: jurorSchema.omit({ rated: true, total: true }),
  },
  removeJuror: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}/jurors/{jurorId}',
    access: 'editor',
    summary: 'Remove a juror',
    params: ofJuror,
    status: 200,
    response: z.strictObject({ jurorId: staffIdSchema, removed: z.literal(true) }),
  },
  listRatings: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/ratings',
    access: 'editor',
    summary: 'List the ratings of an exhibition',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(ratedWorkSchema),
  },
  revealArtists: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/reveal',
    access: 'editor',
    summary: 'Reveal the artists of a blind rating',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'optional',
    status: 200,
    response: staffExhibitionSchema,
  },
  lookUpArtist: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/lookup',
    access: 'admin',
    summary: 'Look up an artist during a blind rating',
    params: byId,
    body: z.strictObject({
      name: z
        .string()
        .trim()
        .min(2, issueCode('tooShort', { min: 2 }))
        .max(300)
        .optional(),
      entryNumber: z.int().positive().optional(),
      number: workNumberSchema.optional(),
    }),
    status: 200,
    response: z.strictObject({ items: z.array(staffArtworkSchema.extend({ number: workNumberSchema.optional() })) }),
  },
} as const satisfies Record<string, Route>;
