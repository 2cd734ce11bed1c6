import * as z from 'zod';
import { fieldLocationSchema } from '../json/field-location.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { upgradeAuditEntry } from '../upgrade/upgrade-audit-entry.ts';

/** What staff can do, as the audit calls it. */
export const auditActions = [
  ...([
    'event.created',
    'event.updated',
    'event.submitted',
    'event.recalled',
    'event.archived',
    'event.unarchived',
    'event.restored',
    'event.published',
    'event.unpublished',
    'event.ended',
  ] as const),
  ...(['event.imported', 'upload.requested', 'preview.created', 'preview.revoked', 'site.updated'] as const),
  ...(['rebuild.requested', 'import.requested', 'job.retried'] as const),
  ...(['queue.redriven', 'picture.removed', 'upload.erased', 'revisions.erased'] as const),
  ...(['event.erased', 'exhibition.erased', 'slug.erased'] as const),
  ...(['exhibition.created', 'exhibition.updated', 'exhibition.drafted', 'exhibition.opened'] as const),
  ...([
    'exhibition.closed',
    'exhibition.selected',
    'exhibition.published',
    'exhibition.unpublished',
    'exhibition.ended',
  ] as const),
  ...(['exhibition.archived', 'exhibition.unarchived', 'exhibition.restored'] as const),
  ...(['webhook.created', 'webhook.updated', 'webhook.deleted', 'webhook.rotated'] as const),
  ...(['webhook.tested', 'webhook.resent', 'webhook.disabled'] as const),
  ...(['exhibition.reopened', 'exhibition.revealed', 'jury.assigned', 'jury.removed', 'artwork.lookedUp'] as const),
  ...(['artwork.entered', 'artwork.updated', 'artwork.rated', 'artwork.expired', 'artwork.erased'] as const),
  ...(['artwork.mentioned', 'mention.confirmed', 'file.confirmed', 'person.erased'] as const),
  ...(['person.lookedUp', 'person.exported', 'consents.listed'] as const),
  ...(['account.invited', 'account.invitedAgain', 'account.groupsChanged'] as const),
  ...(['account.disabled', 'account.enabled', 'account.secondFactorReset'] as const),
  ...(['personRequest.created', 'personRequest.updated', 'personRequest.extended'] as const),
  ...(['personRequest.acted', 'personRequest.closed', 'personRequest.forgotten'] as const),
  ...(['consentForm.added', 'consentForm.read', 'consentForm.deleted'] as const),
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did what to which item, when and from where. */
export const auditEntrySchema = withUpgrade(
  z.strictObject({
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    /**
     * The address that the connection to the API came from, as API Gateway has seen it: the caller's own, or that of
     * the CDN.
     */
    from: z.string(),
    viewer: z.string().optional(),
    /**
     * Entries from before there was `viewer`: the first 200 characters of X-Forwarded-For, which the caller may have
     * made up.
     */
    forwardedFor: z.string().optional(),
    action: z.enum(auditActions),
    item: z.string(),
    version: z.int().optional(),
    namesSeen: z.boolean().optional(),
    juror: z.string().optional(),
    groups: z.array(z.string()).optional(),
    places: z.array(fieldLocationSchema).optional(),
  }),
  upgradeAuditEntry,
);

export type AuditEntry = z.output<typeof auditEntrySchema>;
