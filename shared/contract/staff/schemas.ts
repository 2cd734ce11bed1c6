import * as z from 'zod';
import { eventContentSchema, eventSchema, translationSchema } from '../../model/events/event.ts';
import { confirmedFilesSchema } from '../../model/events/event-file.ts';
import { contentKinds } from '../../model/events/event-kind.ts';
import { eventStatuses } from '../../model/events/event-status.ts';
import { noticeSchema } from '../../model/events/notice.ts';
import { placeSchema } from '../../model/events/place.ts';
import { pictureSchema } from '../../model/files/picture.ts';
import { uploadKinds, uploadSchema, uploadStates } from '../../model/files/upload.ts';
import { idSchema } from '../../model/id.ts';
import { fieldErrorSchema, refusalCodeSchema } from '../../model/json/field-error.ts';
import { fieldLocationSchema } from '../../model/json/field-location.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { confirmedMentionsSchema } from '../../model/names/confirmed-mention.ts';
import { reviewNoteSchema, reviewSchema } from '../../model/publication/review.ts';
import { eventRevisionSchema } from '../../model/publication/revision.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { personSchema } from '../person.ts';
import { publicEventSchema } from '../public-schemas.ts';

/**
 * The same fields, each of which may also be `null`, which removes it (JSON Merge Patch, RFC 7396); what is absent has
 * no default.
 */
export const nullablePartial = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [
        name,
        (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).nullish(),
      ]),
    ) as unknown as { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> },
  );

/** Words by language, each of which may be `null`, which removes it. */
export const patchOfWords = <S extends z.ZodType>(words: z.ZodRecord<typeof localeSchema, S>) =>
  z.record(localeSchema, words.valueType.nullable()).nullish();

const { name, address, accessibility } = placeSchema.shape;

/** A change of the place of an event or an exhibition. */
export const placePatchSchema = nullablePartial(placeSchema).extend({
  name: patchOfWords(name.unwrap()),
  address: patchOfWords(address.unwrap()),
  accessibility: patchOfWords(accessibility.unwrap()),
});

/** A change of an event's working copy (JSON Merge Patch, RFC 7396): what is absent stays, what is `null` goes. */
export const eventPatchSchema = nullablePartial(eventContentSchema).extend({
  translations: z.record(localeSchema, nullablePartial(translationSchema).nullable()).optional(),
  place: placePatchSchema.nullish(),
  price: patchOfWords(eventContentSchema.shape.price.unwrap()),
  contact: patchOfWords(eventContentSchema.shape.contact.unwrap()),
  confirmedMentions: confirmedMentionsSchema.optional(),
  confirmedFiles: confirmedFilesSchema.optional(),
  upToDateLocales: z.array(localeSchema).max(4).optional(),
});

/** A step of a review as staff see it. */
export const staffReviewSchema = reviewSchema.extend({ createdBy: personSchema });

/** An event as staff see it. */
export const staffEventSchema = eventSchema.omit({ published: true }).extend({
  status: z.enum(eventStatuses),
  createdBy: personSchema,
  updatedBy: personSchema,
  changedBy: personSchema.optional(),
  review: staffReviewSchema.optional(),
  displayTitle: z.string(),
  hasUnpublishedChanges: z.boolean(),
  publishedLocales: z.array(localeSchema),
  outdatedLocales: z.array(localeSchema),
  warnings: z.array(fieldErrorSchema).optional(),
  linkedFrom: z.array(fieldLocationSchema).optional(),
});

export type StaffEvent = z.output<typeof staffEventSchema>;

/** What the public sees of an event, and where: of each language that is public the text as it was published. */
export const eventPublicationSchema = z.strictObject({
  content: eventContentSchema,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
  addresses: z.record(localeSchema, z.url()),
});

/** What would be said if an event were published now in each of its languages. */
export const publicationCheckSchema = z.strictObject({
  version: z.int(),
  errors: z.array(fieldErrorSchema),
  warnings: z.array(fieldErrorSchema),
});

/** An upload as staff see it; what a rejection says is in the language of `Accept-Language`: az, en or ru. */
export const staffUploadSchema = uploadSchema
  .omit({ id: true, image: true, state: true, rejection: true, releasedFrom: true })
  .extend({
    uploadId: idSchema,
    fileName: uploadSchema.shape.fileName.optional(),
    createdBy: personSchema.optional(),
    kind: z.enum(uploadKinds),
    state: z.enum([...uploadStates, 'expired']),
    rejection: z.strictObject({ code: refusalCodeSchema, message: z.string() }).optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    renditions: pictureSchema.shape.renditions.optional(),
    documentUrl: z.url().optional(),
    placeholder: z.string().optional(),
    color: z.string().optional(),
  });

/** An upload in a list: of its image only the smallest form, and where it is used. */
export const listedUploadSchema = staffUploadSchema.extend({ usedBy: z.array(fieldLocationSchema) });

export const byId = z.strictObject({ id: idSchema });

export const versionSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, issueCode('invalidVersion'))
  .transform(Number);

export const byVersion = byId.extend({ version: versionSchema });

/** A version of an event as it was, with the status that it had when it was made. */
export const staffRevisionSchema = eventRevisionSchema.extend({
  event: eventSchema.extend({
    status: z.enum(eventStatuses),
    createdBy: personSchema,
    updatedBy: personSchema,
    changedBy: personSchema.optional(),
    review: staffReviewSchema.optional(),
  }),
});

export const fieldChangeSchema = z.strictObject({
  path: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

export const revisionSummarySchema = z.strictObject({
  version: z.int(),
  action: eventRevisionSchema.shape.action,
  status: z.enum(eventStatuses),
  note: reviewNoteSchema.optional(),
  createdAt: instantSchema,
  createdBy: personSchema,
});

/** A version of an event in the shape that readers get it in, were it published now: a draft may lack its category. */
export const previewSchema = publicEventSchema.extend({
  version: z.int(),
  kind: z.enum(contentKinds),
  notice: noticeSchema.optional(),
  category: publicEventSchema.shape.category.optional(),
});

/** What the import has done with the lines of an archive. */
export const importReportSchema = z.strictObject({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  refused: z.array(
    z.strictObject({
      line: z.int(),
      externalId: z.string().optional(),
      errors: z.array(fieldErrorSchema),
    }),
  ),
  warnings: z.array(
    z.strictObject({ line: z.int(), externalId: z.string().optional(), warnings: z.array(fieldErrorSchema) }),
  ),
});

export type ImportReport = z.output<typeof importReportSchema>;

export const siteVersionSummarySchema = z.strictObject({
  version: z.int(),
  createdAt: instantSchema,
  createdBy: personSchema,
});

export const previewSummarySchema = z.strictObject({
  previewId: idSchema,
  version: z.int(),
  locale: localeSchema,
  createdBy: personSchema,
  expiresAt: instantSchema,
});
