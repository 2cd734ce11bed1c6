import * as z from 'zod';
import { artworkContentSchema } from '../../model/exhibitions/artwork.ts';
import { idSchema } from '../../model/id.ts';
import { fieldLocationSchema } from '../../model/json/field-location.ts';
import { mentionKinds } from '../../model/names/mention-kind.ts';
import { consentSchema } from '../../model/people/consent.ts';
import { consentFilters } from '../../model/people/consent-filter.ts';
import { consentFormRequestSchema, consentFormSchema } from '../../model/people/consent-form.ts';
import { auditActions } from '../../model/staff/audit.ts';
import { lineOfText } from '../../model/text/text.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { page } from '../list.ts';
import { personSchema } from '../person.ts';
import type { Route } from '../route.ts';
import { inExhibition, staffArtworkSchema } from './exhibition-schemas.ts';

const cursor = z.string().max(500, issueCode('invalidCursor')).optional();

const personName = lineOfText(300).refine((name) => name.length > 1, issueCode('tooShort', { min: 2 }));

/** An entry with what its artist or guardian has agreed to. */
export const consentEntrySchema = staffArtworkSchema.extend({
  exhibitionTitle: z.string(),
  isPublic: z.boolean(),
});

/** A place in a text that names a person, and what that is called which has the text. */
export const namingTextSchema = z.strictObject({
  place: fieldLocationSchema,
  exhibitionId: idSchema.optional(),
  displayTitle: z.string(),
  match: z.enum(mentionKinds),
  isPublic: z.boolean(),
});

const namingTexts = z.strictObject({
  texts: z.array(namingTextSchema),
  files: z.array(z.strictObject({ uploadId: idSchema, fileName: z.string() })),
  nextCursor: z.string().optional(),
});

/** Another consent, none, or the end of the entry: one of them. */
const foreseenAct = z.strictObject({
  consent: consentSchema.nullable().optional(),
  erase: z.literal(true).optional(),
});

/** A place that a work or its picture would leave. */
export const leavingSchema = z.strictObject({
  kind: z.enum(['event', 'exhibition']),
  id: idSchema,
  as: z.enum(['work', 'selection', 'cover', 'gallery', 'text']),
  displayTitle: z.string(),
});

/** The scan of a form by which somebody has agreed. */
export const staffConsentFormSchema = consentFormSchema
  .omit({ id: true, exhibitionId: true, artworkId: true, sha256: true })
  .extend({
    formId: idSchema,
    createdBy: personSchema,
    rejection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  });

/** All that is stored of one entry, and of nobody else: what a request for access is answered with. */
export const accessDocumentSchema = z.strictObject({
  writtenAt: instantSchema,
  exhibitionTitle: z.string(),
  entry: artworkContentSchema.omit({ uploadId: true }),
  enteredAt: instantSchema,
  changedAt: instantSchema,
  isPublic: z.boolean(),
  publicName: z.string().optional(),
  pictures: z.array(
    z.strictObject({
      fileName: z.string(),
      contentLength: z.int(),
      createdAt: instantSchema,
      image: z.string().optional(),
    }),
  ),
  ratings: z.array(z.strictObject({ score: z.int(), comment: z.string().optional() })),
  forms: z.array(z.strictObject({ contentType: z.string(), contentLength: z.int(), createdAt: instantSchema })),
  acts: z.array(z.strictObject({ createdAt: instantSchema, action: z.enum(auditActions) })),
});

/** What a text says of a person: for a document that the person gets. */
export const passageSchema = namingTextSchema.omit({ match: true }).extend({ passages: z.array(z.string()) });

/** A file whose name says that of a person. */
export const namingFileSchema = z.strictObject({
  fileName: z.string(),
  contentType: z.string(),
  contentLength: z.int(),
  createdAt: instantSchema,
});

const ofForm = inExhibition.extend({ formId: idSchema });

/** All about one person. What names somebody is sent in bodies: addresses are kept in logs. */
export const consentRoutes = {
  lookUpConsents: {
    method: 'POST',
    path: '/v1/staff/consents/search',
    access: 'editor',
    summary: 'Find consents',
    body: z.strictObject({ name: personName.optional(), filter: z.enum(consentFilters).optional(), cursor }),
    status: 200,
    response: page(consentEntrySchema).extend({
      hidden: z.array(z.strictObject({ id: idSchema, displayTitle: z.string() })),
    }),
  },
  lookUpNamingTexts: {
    method: 'POST',
    path: '/v1/staff/consents/texts',
    access: 'editor',
    summary: 'Find texts that name a person',
    body: z.strictObject({ name: personName, cursor }),
    status: 200,
    response: namingTexts,
  },
  foreseeEffects: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/effects',
    access: 'editor',
    summary: 'Foresee what another consent or an erasure does',
    params: inExhibition,
    body: foreseenAct,
    status: 200,
    response: z.strictObject({
      artworkId: idSchema,
      version: z.int(),
      leaves: z.array(leavingSchema),
      showsLess: z.boolean(),
      deletes: z.strictObject({ pictures: z.int(), ratings: z.int().optional(), forms: z.int() }).optional(),
    }),
  },
  foreseeNamingTexts: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/effects/texts',
    access: 'editor',
    summary: 'Foresee which texts name a person then',
    params: inExhibition,
    body: foreseenAct.extend({ cursor }),
    status: 200,
    response: namingTexts.omit({ files: true }),
  },
  createAccessDocument: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/access-document',
    access: 'editor',
    summary: 'Create a document of all that is stored of an entry',
    params: inExhibition,
    body: z.strictObject({}),
    status: 200,
    response: accessDocumentSchema,
  },
  lookUpAccessTexts: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/access-document/texts',
    access: 'editor',
    summary: 'List what texts say of the artist of an entry',
    params: inExhibition,
    body: z.strictObject({ cursor }),
    status: 200,
    response: z.strictObject({
      texts: z.array(passageSchema),
      files: z.array(namingFileSchema),
      nextCursor: z.string().optional(),
    }),
  },
  createConsentForm: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/consent-forms',
    access: 'editor',
    summary: 'Create a consent form',
    params: inExhibition,
    body: consentFormRequestSchema,
    hasQuota: true,
    status: 201,
    response: z.strictObject({
      formId: idSchema,
      method: z.literal('PUT'),
      url: z.url(),
      headers: z.record(z.string(), z.string()),
      expiresAt: instantSchema,
    }),
  },
  listConsentForms: {
    method: 'GET',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/consent-forms',
    access: 'editor',
    summary: 'List consent forms',
    params: inExhibition,
    status: 200,
    response: z.strictObject({ items: z.array(staffConsentFormSchema) }),
  },
  createConsentFormLink: {
    method: 'POST',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/consent-forms/{formId}/link',
    access: 'editor',
    summary: 'Create a link to a consent form',
    params: ofForm,
    body: z.strictObject({}),
    status: 200,
    response: z.strictObject({ url: z.url(), expiresAt: instantSchema }),
  },
  deleteConsentForm: {
    method: 'DELETE',
    path: '/v1/staff/exhibitions/{id}/artworks/{artworkId}/consent-forms/{formId}',
    access: 'editor',
    summary: 'Delete a consent form',
    params: ofForm,
    status: 200,
    response: z.strictObject({ formId: idSchema, deleted: z.literal(true) }),
  },
} as const satisfies Record<string, Route>;
