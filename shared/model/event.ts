import * as z from 'zod';
import { idSchema } from './id.ts';
import { localeSchema } from './locale.ts';
import { confirmedMentionsSchema } from './names/confirmed-mention.ts';
import { imageSchema } from './picture.ts';
import { slugSchema } from './slug.ts';
import { lineOfText, paragraphsOfText } from './text.ts';

/** Years that something may be published or take place in; later ones would not sort as text. */
const inRange = (time: string): boolean => time >= '1900' && time < '3000' && /^\d{4}-/.test(time);

const withSeconds = (time: string): string => time.replace(/^([\d-]{10}T\d\d:\d\d)(?=Z|[+-])/, '$1:00');

/** A point in time as ISO 8601 in UTC with milliseconds; an offset in the input is converted, missing seconds are none. */
export const instantSchema = z
  .string()
  .transform(withSeconds)
  .pipe(z.iso.datetime({ offset: true, error: 'is no ISO 8601 time such as 2022-11-18T10:00:00Z', abort: true }))
  .transform((time) => {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
  })
  .refine(inRange, 'lies outside the years 1900 to 2999');

/** A calendar day, `2022-11-18`. */
export const daySchema = z.iso
  .date({ error: 'is no day such as 2022-11-18', abort: true })
  .refine(inRange, 'lies outside the years 1900 to 2999');

/** A day or a point in time: told apart by their length. */
export const occasionSchema = z
  .string('is neither a day such as 2022-11-18 nor a time such as 2022-11-18T10:00:00Z')
  .transform((text, context) => {
    const result = (text.length > 10 ? instantSchema : daySchema).safeParse(text);
    if (result.success) return result.data;
    const isOutside = result.error.issues.some(({ message }) => message.startsWith('lies'));
    context.addIssue(
      isOutside
        ? 'lies outside the years 1900 to 2999'
        : 'is neither a day such as 2022-11-18 nor a time such as 2022-11-18T10:00:00Z',
    );
    return z.NEVER;
  });

/** What may be written of an event in one language. A draft may lack any of it. */
export const translationSchema = z.strictObject({
  title: lineOfText(300).optional(),
  slug: slugSchema.optional(),
  summary: paragraphsOfText(1_000).optional(),
  /** Markdown (CommonMark with tables). */
  body: paragraphsOfText(100_000).optional(),
  /** What the cover shows, for those who cannot see it. */
  coverAlt: lineOfText(500).optional(),
});

/** What staff write of an event. */
export const eventContentSchema = z.strictObject({
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  startsAt: occasionSchema.optional(),
  endsAt: occasionSchema.optional(),
  venue: lineOfText(300).optional(),
  translations: z.record(localeSchema, translationSchema).default({}),
  coverUploadId: idSchema.optional(),
  /** The exhibition that it tells of. */
  exhibitionId: idSchema.optional(),
});

export type EventContent = z.output<typeof eventContentSchema>;

/** A member of the staff, as `createdBy` names one: the name of the account in the token. */
export const staffIdSchema = z
  .string()
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, 'is no name of an account: createdBy shows such names');

export const eventStatuses = ['draft', 'published', 'archived'] as const;

const versionSchema = z.int().positive();

/** An image in the media store: `media` is the part of its address that no other publication shares. */
export const publishedImageSchema = imageSchema.extend({ media: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });

export type PublishedImage = z.output<typeof publishedImageSchema>;

/** The working copy of an event, as the desk keeps it. */
export const eventSchema = eventContentSchema.extend({
  id: idSchema,
  status: z.enum(eventStatuses),
  /** The moment of the first publication; kept when it is published again. */
  publishedAt: instantSchema.optional(),
  /** When it leaves the public by itself. */
  unpublishAt: instantSchema.optional(),
  /** Views counted before it came here. */
  views: z.int().nonnegative().optional(),
  /** Contributors who may change it beside the one who has created it. */
  handedTo: z.array(staffIdSchema).optional(),
  /** Where editors have said that a text means another person than an artist whose name is withheld. */
  confirmedMentions: confirmedMentionsSchema.optional(),
  /** What of it is published: the languages, and the version that is public in whole, where one is. */
  published: z.strictObject({ version: versionSchema.optional(), locales: z.array(localeSchema) }).optional(),
  version: versionSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
});

export type Event = z.output<typeof eventSchema>;

/** The part of an event that staff write. */
export const eventContentOf = (event: Event): EventContent => {
  const { category, campaign, startsAt, endsAt, venue, translations, coverUploadId, exhibitionId } = event;
  return { category, campaign, startsAt, endsAt, venue, translations, coverUploadId, exhibitionId };
};

/** The event with another content in place of its own. */
export const withEventContent = (event: Event, content: EventContent): Event => {
  const rest = Object.entries(event).filter(([name]) => !(name in eventContentSchema.shape));
  return { ...(Object.fromEntries(rest) as Event), ...content };
};
