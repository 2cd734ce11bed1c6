import * as z from 'zod';
import { idSchema } from './id.ts';
import { localeSchema } from './locale.ts';
import { confirmedMentionsSchema } from './names/confirmed-mention.ts';
import { textTimes } from './outdated-locales.ts';
import { withUpgrade } from './read-stored.ts';
import { slugSchema } from './slug.ts';
import { staffIdSchema } from './staff-id.ts';
import { lineOfText, paragraphsOfText } from './text.ts';
import { instantSchema } from './time/instant.ts';
import { occasionSchema } from './time/occasion.ts';
import { upgradeEventContent } from './upgrade/upgrade-event-content.ts';

/** What may be written of an event in one language. A draft may lack any of it. */
export const translationSchema = z.strictObject({
  title: lineOfText(300).optional(),
  slug: slugSchema.optional(),
  summary: paragraphsOfText(1_000).optional(),
  /** Markdown (CommonMark with tables). */
  body: paragraphsOfText(100_000).optional(),
});

/** A picture of an event, as staff give it. */
export const eventPictureSchema = z.strictObject({
  uploadId: idSchema,
  /** What it shows, by language, for those who cannot see it. */
  alt: z.record(localeSchema, lineOfText(500)).default({}),
});

export type EventPicture = z.output<typeof eventPictureSchema>;

/** Most pictures of an event. */
export const maxEventPictures = 1;

/** What staff write of an event. */
export const eventContentSchema = z.strictObject({
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  startsAt: occasionSchema.optional(),
  endsAt: occasionSchema.optional(),
  venue: lineOfText(300).optional(),
  translations: z.record(localeSchema, translationSchema).default({}),
  /** The first is the cover: cards and pages show it. */
  pictures: z.array(eventPictureSchema).max(maxEventPictures).default([]),
  /** The exhibition that it tells of. */
  exhibitionId: idSchema.optional(),
});

export type EventContent = z.output<typeof eventContentSchema>;

/** The statuses that are stored; what staff see of them depends on the clock: `eventStatusAt`. */
export const storedEventStatuses = ['draft', 'inReview', 'published', 'withdrawn', 'archived'] as const;

const versionSchema = z.int().positive();

/** The working copy of an event, as the desk keeps it. */
export const eventSchema = withUpgrade(
  eventContentSchema.extend({
    id: idSchema,
    status: z.enum(storedEventStatuses),
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
    /** When the text in a language was last changed, where that was after the creation: see `outdatedLocales`. */
    textChangedAt: z.record(localeSchema, instantSchema).optional(),
    /** What of it is published: the languages, and the version that is public in whole, where one is. */
    published: z.strictObject({ version: versionSchema.optional(), locales: z.array(localeSchema) }).optional(),
    version: versionSchema,
    createdAt: instantSchema,
    createdBy: z.string(),
    updatedAt: instantSchema,
    updatedBy: z.string(),
  }),
  upgradeEventContent,
);

export type Event = z.output<typeof eventSchema>;

/** The part of an event that staff write. */
export const eventContentOf = (event: Event): EventContent => {
  const { category, campaign, startsAt, endsAt, venue, translations, pictures, exhibitionId } = event;
  return { category, campaign, startsAt, endsAt, venue, translations, pictures, exhibitionId };
};

/** The event with another content in place of its own, from a time on. */
export const withEventContent = (event: Event, content: EventContent, now: Date): Event => {
  const rest = Object.entries(event).filter(([name]) => !(name in eventContentSchema.shape));
  const textChangedAt = textTimes(event, content.translations, now.toISOString());
  return {
    ...(Object.fromEntries(rest) as Event),
    ...content,
    ...(Object.keys(textChangedAt).length > 0 && { textChangedAt }),
  };
};

/** The pictures with what they show in some languages only. */
export const picturesIn = (pictures: readonly EventPicture[], locales: readonly string[]): EventPicture[] =>
  pictures.map((picture) => ({
    ...picture,
    alt: Object.fromEntries(Object.entries(picture.alt).filter(([locale]) => locales.includes(locale))),
  }));
