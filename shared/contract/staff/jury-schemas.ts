import * as z from 'zod';
import { artistSchema, artworkTranslationSchema } from '../../model/exhibitions/artwork.ts';
import { commentSchema, scoreSchema } from '../../model/exhibitions/ranking.ts';
import { pictureSchema } from '../../model/files/picture.ts';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { personSchema } from '../person.ts';

/** The number by which a jury knows a work: drawn at random with blind rating, else that of the entry. */
export const workNumberSchema = z.int().positive();

export const inJury = z.strictObject({
  id: idSchema,
  number: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, issueCode('invalidWorkNumber'))
    .transform(Number),
});

/** How far a juror is: of `total` works that are to be rated, `rated`. */
export const progressSchema = z.strictObject({ rated: z.int(), total: z.int() });

/** A jury of which the caller is a member. */
export const jurySchema = z.strictObject({
  exhibitionId: idSchema,
  displayTitle: z.string(),
  translations: z.record(localeSchema, z.strictObject({ title: z.string().optional() })),
  blindRating: z.boolean(),
  state: z.enum(['waiting', 'rating', 'ended']),
  progress: progressSchema.optional(),
});

const { name, ageAtEntry, school, region } = artistSchema.shape;

/** A work as its jury sees it: with blind rating nothing in it tells of the artist, nor of the entry. */
export const juryWorkSchema = z.strictObject({
  number: workNumberSchema,
  mark: z.string(),
  translations: z.record(localeSchema, artworkTranslationSchema),
  medium: z.string().optional(),
  year: z.int().optional(),
  artist: z.strictObject({ name, ageAtEntry, school, region }).optional(),
  image: pictureSchema.optional(),
  myScore: scoreSchema.optional(),
  myComment: z.string().optional(),
});

export type JuryWork = z.output<typeof juryWorkSchema>;

/** What the others of the jury think of a work. */
const opinionSchema = z.strictObject({
  score: scoreSchema,
  comment: z.string().optional(),
  jurorId: z.string().optional(),
});

export const judgedWorkSchema = juryWorkSchema.extend({
  opinions: z.array(opinionSchema).optional(),
});

export const ratingBodySchema = z.strictObject({ score: scoreSchema, comment: commentSchema.optional() });

/** What is changed of a rating (JSON Merge Patch): what is absent stays, and a comment that is null goes. */
export const ratingChangeSchema = z
  .strictObject({
    score: scoreSchema.optional(),
    comment: commentSchema.nullable().optional(),
    mark: z.string().max(100).optional(),
  })
  .refine(({ score, comment }) => score !== undefined || comment !== undefined, {
    error: issueCode('required'),
    path: ['score'],
  });

/** A member of a jury, and how far. */
export const jurorSchema = progressSchema.extend({
  jurorId: staffIdSchema,
  juror: personSchema,
  assignedAt: instantSchema.optional(),
  assignedBy: personSchema.optional(),
});

/**
 * What each of the jury has given to a work, as editors see it: with blind rating nothing in it tells which entry it
 * is.
 */
export const ratedWorkSchema = z.strictObject({
  number: workNumberSchema,
  artworkId: idSchema.optional(),
  translations: z.record(localeSchema, artworkTranslationSchema),
  image: pictureSchema.optional(),
  ratings: z.array(z.strictObject({ juror: personSchema, score: scoreSchema, comment: z.string().optional() })),
});

export type RatedWork = z.output<typeof ratedWorkSchema>;
