import * as z from 'zod';
import { rejectionSchema } from '../files/rejection.ts';
import { uploadRequestSchema, uploadStates } from '../files/upload.ts';
import { idSchema } from '../id.ts';

/** What the scan of a form may be: a PDF, or an image that any browser shows. */
export const consentFormTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

const { contentLength, sha256 } = uploadRequestSchema.shape;

/** The scan of a form that staff want to keep. Its name on their device is not asked for: it may name a child. */
export const consentFormRequestSchema = z.strictObject({
  contentType: z.enum(consentFormTypes),
  contentLength,
  sha256,
});

export type ConsentFormRequest = z.output<typeof consentFormRequestSchema>;

/** The scan of a form by which a guardian has agreed, as the desk keeps it beside the entry. */
export const consentFormSchema = consentFormRequestSchema.extend({
  id: idSchema,
  exhibitionId: idSchema,
  artworkId: idSchema,
  state: z.enum(uploadStates),
  rejection: rejectionSchema.optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});

export type ConsentForm = z.output<typeof consentFormSchema>;
