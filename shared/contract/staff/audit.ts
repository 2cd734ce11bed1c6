import * as z from 'zod';
import { auditEntrySchema } from '../../model/staff/audit.ts';
import { page, pageQuery } from '../list.ts';
import { personSchema } from '../person.ts';
import type { Route } from '../route.ts';
import { inExhibition } from './exhibition-schemas.ts';
import { byId } from './schemas.ts';

/** An entry of the audit; where it came from is for admins. */
export const staffAuditEntrySchema = auditEntrySchema.extend({
  createdBy: personSchema,
  from: z.string().optional(),
  juror: personSchema.optional(),
});

/**
 * An entry among those of many items: with what the item is called, where it is an event or an exhibition that is still
 * there.
 */
export const listedAuditEntrySchema = staffAuditEntrySchema.extend({
  subject: z.strictObject({ kind: z.enum(['event', 'exhibition']), title: z.string() }).optional(),
});

/** What was done to one item, for those who work on it. */
export const auditRoutes = {
  listEventAuditEntries: {
    method: 'GET',
    path: '/v1/staff/events/{id}/audit',
    access: 'editor',
    summary: 'List what was done to an event',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffAuditEntrySchema),
  },
  listExhibitionAuditEntries: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/audit',
    access: 'editor',
    summary: 'List what was done to an exhibition',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffAuditEntrySchema),
  },
  listArtworkAuditEntries: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/audit',
    access: 'editor',
    summary: 'List what was done to an artwork',
    params: inExhibition,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffAuditEntrySchema),
  },
} as const satisfies Record<string, Route>;
