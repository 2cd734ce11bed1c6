import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { fieldLocationSchema } from '../../model/json/field-location.ts';
import { mentionKinds } from '../../model/names/mention-kind.ts';
import { attentionSchema } from '../../model/publication/attention.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';
import { byId } from './schemas.ts';

/** A name that consent withholds, where a text gives it away; it says whose entry, never the name. */
export const mentionSchema = z.strictObject({
  place: fieldLocationSchema,
  textHash: z.string(),
  namedAt: instantSchema.optional(),
  artworkId: idSchema,
  entryNumber: z.int(),
  who: z.enum(['artist', 'guardian']),
  kind: z.enum(mentionKinds),
  weight: z.enum(['refused', 'confirm', 'warning']),
  isConfirmed: z.boolean(),
});

/** The mentions in the texts of an item. */
export const mentionsSchema = z.strictObject({ items: z.array(mentionSchema) });

/**
 * A text that needs attention as the list shows it: without whose entry it names, and since when that has had its name,
 * while the entry is rated blind.
 */
export const listedAttentionSchema = attentionSchema.partial({ artworkId: true });

/** Where texts name children whose names are withheld. */
export const attentionRoutes = {
  listAttention: {
    method: 'GET',
    path: '/v1/staff/attention',
    access: 'editor',
    summary: 'List texts that need attention',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(listedAttentionSchema),
  },
  listEventMentions: {
    method: 'GET',
    path: '/v1/staff/events/{id}/mentions',
    access: 'editor',
    summary: 'List names in the texts of an event',
    params: byId,
    status: 200,
    response: mentionsSchema,
  },
  listExhibitionMentions: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/mentions',
    access: 'editor',
    summary: 'List names in the texts of an exhibition',
    params: byId,
    status: 200,
    response: mentionsSchema,
  },
} as const satisfies Record<string, Route>;
