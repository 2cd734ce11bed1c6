import * as z from 'zod';
import {
  artistSchema,
  artworkContentSchema,
  artworkSchema,
  artworkStatuses,
  artworkTranslationSchema,
} from '../model/artwork.ts';
import {
  blindRatingSchema,
  exhibitionContentSchema,
  exhibitionSchema,
  exhibitionTranslationSchema,
  selectionSchema,
} from '../model/exhibition.ts';
import { exhibitionStatuses } from '../model/exhibition-status.ts';
import { fieldErrorSchema } from '../model/field-error.ts';
import { fieldLocationSchema } from '../model/field-location.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/locale.ts';
import { confirmedMentionsSchema } from '../model/names/confirmed-mention.ts';
import { pictureSchema } from '../model/picture.ts';
import { uploadStates } from '../model/upload.ts';
import { workNumberSchema } from './jury-schemas.ts';
import { personSchema } from './person.ts';
import { nullablePartial } from './staff-schemas.ts';

/** A change of an exhibition's working copy (JSON Merge Patch, RFC 7396). */
export const exhibitionPatchSchema = nullablePartial(exhibitionContentSchema).extend({
  translations: z.record(localeSchema, nullablePartial(exhibitionTranslationSchema).nullable()).optional(),
  /** In place of those that were confirmed before; for editors. */
  confirmedMentions: confirmedMentionsSchema.optional(),
});

/** An exhibition as staff see it. */
export const staffExhibitionSchema = exhibitionSchema.omit({ published: true, publishing: true }).extend({
  /** Computed from the clock: `scheduled` before `publishedAt`. */
  status: z.enum(exhibitionStatuses),
  /** While the rating is blind it names the works by their numbers, for editors. */
  selection: selectionSchema
    .partial({ artworkIds: true })
    .extend({ numbers: z.array(workNumberSchema).optional(), decidedBy: personSchema })
    .optional(),
  /** A blind rating: when it began, and when the artists were revealed. */
  rating: blindRatingSchema.omit({ draw: true }).extend({ revealedBy: personSchema.optional() }).optional(),
  createdBy: personSchema,
  updatedBy: personSchema,
  /** The title in the first language that has one, or a conspicuous placeholder. */
  displayTitle: z.string(),
  /** True where the working copy or the selection has changed since it was published. */
  hasUnpublishedChanges: z.boolean(),
  /** The languages that the public can read, once `publishedAt` has come. */
  publishedLocales: z.array(localeSchema),
  /** What is worth a look though it is published, in the answer to that act. */
  warnings: z.array(fieldErrorSchema).optional(),
  /** The public texts that link to it by its id, in the answer to the act that withdrew it. */
  linkedFrom: z.array(fieldLocationSchema).optional(),
  /** A publication that is under way, or that failed with errors. */
  publishing: z
    .strictObject({
      requestedAt: z.string(),
      errors: z.array(fieldErrorSchema).optional(),
    })
    .optional(),
});

export type StaffExhibition = z.output<typeof staffExhibitionSchema>;

/** A change of an artwork (JSON Merge Patch, RFC 7396): `{"artist": {"consent": null}}` takes consent back. */
export const artworkPatchSchema = nullablePartial(artworkContentSchema).extend({
  translations: z.record(localeSchema, nullablePartial(artworkTranslationSchema).nullable()).optional(),
  /** Checked as a whole, once it is merged. */
  artist: z.looseObject({}).nullish(),
  /** In place of those that were confirmed before; for editors. */
  confirmedMentions: confirmedMentionsSchema.optional(),
});

/** An artwork as staff see it; whose it is, is hidden from contributors who have not entered it, and while it is rated blind. */
export const staffArtworkSchema = artworkSchema.extend({
  status: z.enum(artworkStatuses),
  artist: artistSchema.optional(),
  /** True where the caller may not know the artist: then all is absent that hints at one. */
  artistHidden: z.literal(true).optional(),
  createdBy: personSchema.optional(),
  updatedBy: personSchema.optional(),
  /** How the artist is named in public, by language. */
  publicName: z.record(localeSchema, z.string()).optional(),
  /** What consent lets stand beside it. */
  publicDetails: z.strictObject({ ageAtEntry: z.int(), school: z.string(), region: z.string() }).partial().optional(),
  /** What keeps it from the public for want of consent. */
  consentGap: z.string().optional(),
  uploadState: z.enum([...uploadStates, 'expired']).optional(),
  rejection: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  /** The image by signed addresses, for a few minutes: in a list only its smallest form. */
  image: pictureSchema.optional(),
  /** The points that the caller has given. */
  myScore: z.int().optional(),
  /** In the answer to a change: where the public saw it, and sees it no longer, and the selection that it has left. */
  removedFrom: z.array(fieldLocationSchema).optional(),
  /** Where texts go on naming the artist after this change: they wait for an editor (`GET /v1/staff/attention`). */
  mentions: z.array(fieldLocationSchema).optional(),
  /** True while texts are still being searched; what is found is listed for attention. */
  mentionsPending: z.literal(true).optional(),
});

export type StaffArtwork = z.output<typeof staffArtworkSchema>;

export const inExhibition = z.strictObject({ id: idSchema, artworkId: idSchema });

export const rankedSchema = z.strictObject({
  artworkId: idSchema.optional(),
  entryNumber: z.int().optional(),
  /** In their place while the rating is blind: the number by which the jury knows the work. */
  number: workNumberSchema.optional(),
  mean: z.number(),
  ratings: z.int(),
  /** What keeps it from being selected. */
  obstacle: z.string().optional(),
});

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
