import * as z from 'zod';
import { confirmedFilesSchema } from '../../model/events/event-file.ts';
import {
  artistSchema,
  artworkContentSchema,
  artworkSchema,
  artworkStatuses,
  artworkTranslationSchema,
} from '../../model/exhibitions/artwork.ts';
import {
  blindRatingSchema,
  exhibitionContentSchema,
  exhibitionSchema,
  exhibitionTranslationSchema,
  selectionSchema,
} from '../../model/exhibitions/exhibition.ts';
import { publishedExhibitionSchema } from '../../model/exhibitions/exhibition-edition.ts';
import { exhibitionStatuses } from '../../model/exhibitions/exhibition-status.ts';
import { scoreSchema } from '../../model/exhibitions/ranking.ts';
import { pictureSchema } from '../../model/files/picture.ts';
import { uploadSchema, uploadStates } from '../../model/files/upload.ts';
import { idSchema } from '../../model/id.ts';
import { fieldErrorSchema } from '../../model/json/field-error.ts';
import { fieldLocationSchema } from '../../model/json/field-location.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { confirmedMentionsSchema } from '../../model/names/confirmed-mention.ts';
import { exhibitionRevisionSchema } from '../../model/publication/revision.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { personSchema } from '../person.ts';
import { publicArtworkSchema, publicExhibitionSchema } from '../public-schemas.ts';
import { workNumberSchema } from './jury-schemas.ts';
import { nullablePartial, patchOfWords, placePatchSchema, revisionSummarySchema } from './schemas.ts';

const { shape } = exhibitionContentSchema;

/** A change of an exhibition's working copy (JSON Merge Patch, RFC 7396). */
export const exhibitionPatchSchema = nullablePartial(exhibitionContentSchema).extend({
  translations: z.record(localeSchema, nullablePartial(exhibitionTranslationSchema).nullable()).optional(),
  place: placePatchSchema.nullish(),
  price: patchOfWords(shape.price.unwrap()),
  contact: patchOfWords(shape.contact.unwrap()),
  openingHours: patchOfWords(shape.openingHours.unwrap()),
  confirmedMentions: confirmedMentionsSchema.optional(),
  confirmedFiles: confirmedFilesSchema.optional(),
  upToDateLocales: z.array(localeSchema).max(4).optional(),
});

/** An exhibition as staff see it. */
export const staffExhibitionSchema = exhibitionSchema.omit({ published: true, publishing: true }).extend({
  status: z.enum(exhibitionStatuses),
  selection: selectionSchema
    .partial({ artworkIds: true })
    .extend({ numbers: z.array(workNumberSchema).optional(), decidedBy: personSchema })
    .optional(),
  rating: blindRatingSchema.omit({ draw: true }).extend({ revealedBy: personSchema.optional() }).optional(),
  createdBy: personSchema,
  updatedBy: personSchema,
  displayTitle: z.string(),
  hasUnpublishedChanges: z.boolean(),
  publishedLocales: z.array(localeSchema),
  outdatedLocales: z.array(localeSchema),
  warnings: z.array(fieldErrorSchema).optional(),
  linkedFrom: z.array(fieldLocationSchema).optional(),
  publishing: z
    .strictObject({
      requestedAt: z.string(),
      errors: z.array(fieldErrorSchema).optional(),
      /** How many of its pictures and documents are copied, once the publisher has begun. */
      done: z.int().nonnegative().optional(),
      total: z.int().nonnegative().optional(),
    })
    .optional(),
  /** In lists: the picture that stands for it, in its smallest form. */
  coverImage: pictureSchema.optional(),
});

export type StaffExhibition = z.output<typeof staffExhibitionSchema>;

/** A version of an exhibition as it was, with the status that it had when it was made. */
export const staffExhibitionRevisionSchema = exhibitionRevisionSchema.extend({
  exhibition: exhibitionRevisionSchema.shape.exhibition.extend({
    status: z.enum(exhibitionStatuses),
    createdBy: personSchema,
    updatedBy: personSchema,
  }),
});

export const exhibitionRevisionSummarySchema = revisionSummarySchema.omit({ note: true }).extend({
  action: exhibitionRevisionSchema.shape.action,
  status: z.enum(exhibitionStatuses),
});

/** What the public reads of an exhibition now, or will, and where. */
export const exhibitionPublicationSchema = z.strictObject({
  content: publishedExhibitionSchema,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
  addresses: z.record(localeSchema, z.url()),
});

/** A version of an exhibition in the shape that readers get it in, with its gallery as it would be public now. */
export const exhibitionPreviewSchema = publicExhibitionSchema
  .omit({ nextCursor: true, views: true })
  .extend({ version: z.int() });

/** A change of an artwork (JSON Merge Patch, RFC 7396): `{"artist": {"consent": null}}` takes consent back. */
export const artworkPatchSchema = nullablePartial(artworkContentSchema).extend({
  translations: z.record(localeSchema, nullablePartial(artworkTranslationSchema).nullable()).optional(),
  /** Checked as a whole, once it is merged. */
  artist: z.looseObject({}).nullish(),
  confirmedMentions: confirmedMentionsSchema.optional(),
});

/**
 * An artwork as staff see it; whose it is, is hidden from contributors who have not entered it, and while it is rated
 * blind.
 */
export const staffArtworkSchema = artworkSchema.omit({ namedAt: true, permittedAt: true }).extend({
  status: z.enum(artworkStatuses),
  artist: artistSchema.optional(),
  artistHidden: z.literal(true).optional(),
  createdBy: personSchema.optional(),
  updatedBy: personSchema.optional(),
  publicName: z.record(localeSchema, z.string()).optional(),
  publicDetails: z.strictObject({ ageAtEntry: z.int(), school: z.string(), region: z.string() }).partial().optional(),
  consentGap: z.string().optional(),
  uploadState: z.enum([...uploadStates, 'expired']).optional(),
  uploadSha256: uploadSchema.shape.sha256.optional(),
  rejection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  image: pictureSchema.optional(),
  myScore: z.int().optional(),
  removedFrom: z.array(fieldLocationSchema).optional(),
  mentions: z.array(fieldLocationSchema).optional(),
  mentionsPending: z.literal(true).optional(),
});

export type StaffArtwork = z.output<typeof staffArtworkSchema>;

export const inExhibition = z.strictObject({ id: idSchema, artworkId: idSchema });

export const rankedSchema = z.strictObject({
  artworkId: idSchema.optional(),
  entryNumber: z.int().optional(),
  number: workNumberSchema.optional(),
  mean: z.number(),
  ratings: z.int(),
  lowest: scoreSchema.optional(),
  highest: scoreSchema.optional(),
  obstacle: z.string().optional(),
});

/** A work as it is labelled in the hall: of its artist what consent allows, as readers see it. */
export const hallWorkSchema = z.strictObject({
  artworkId: idSchema,
  number: z.int().positive(),
  locale: localeSchema,
  title: z.string(),
  artist: publicArtworkSchema.shape.artist.partial({ name: true }),
  medium: z.string().optional(),
  year: z.int().optional(),
  url: z.url().optional(),
});

export type HallWork = z.output<typeof hallWorkSchema>;

/** What `POST …/selection` takes. */
export const selectionProposalSchema = z.strictObject({
  artworkIds: z.array(idSchema).optional(),
  numbers: z.array(workNumberSchema).optional(),
});

/** Entries that look alike: `distance` is 0 for the same picture, and grows with the difference. */
export const likenessSchema = z.strictObject({
  artworkIds: z.tuple([idSchema, idSchema]),
  entryNumbers: z.tuple([z.int(), z.int()]),
  distance: z.number(),
});
