import * as z from 'zod';
import { placeSchema } from './place.ts';

/** What staff can do, as the audit calls it. */
export const auditActions = [
  ...([
    'event.created',
    'event.changed',
    'event.archived',
    'event.restored',
    'event.published',
    'event.withdrawn',
  ] as const),
  ...(['event.imported', 'upload.requested', 'preview.created', 'preview.revoked', 'site.changed'] as const),
  'queue.replayed',
  ...(['exhibition.created', 'exhibition.changed', 'exhibition.drafted', 'exhibition.opened'] as const),
  ...(['exhibition.closed', 'exhibition.selected', 'exhibition.published', 'exhibition.withdrawn'] as const),
  ...(['webhook.created', 'webhook.changed', 'webhook.deleted', 'webhook.rotated'] as const),
  ...(['webhook.tested', 'webhook.resent', 'webhook.disabled'] as const),
  ...(['artwork.entered', 'artwork.changed', 'artwork.rated', 'artwork.expired', 'artwork.erased'] as const),
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did what to which item, when and from where. */
export const auditEntrySchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  /** The address that the request reached the API from: the client's, or that of the CDN. */
  from: z.string(),
  /** What the request says of the way it took (X-Forwarded-For); whoever sends it may write anything into its beginning. */
  forwardedFor: z.string().optional(),
  action: z.enum(auditActions),
  /** The id of the event, exhibition, artwork, upload, preview or webhook; the name of a queue; `site` for the settings. */
  item: z.string(),
  version: z.int().optional(),
  /** The places that the act has changed or found, beside the item itself. */
  places: z.array(placeSchema).optional(),
});

export type AuditEntry = z.output<typeof auditEntrySchema>;
