import * as z from 'zod';
import { idSchema } from '../id.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { lineInLanguages } from '../languages/in-languages.ts';
import { type Locale, localeSchema } from '../languages/locale.ts';
import { textTimes } from '../languages/outdated-locales.ts';
import { confirmedMentionsSchema } from '../names/confirmed-mention.ts';
import { reviewSchema } from '../publication/review.ts';
import { staffIdSchema } from '../staff/staff-id.ts';
import { slugSchema } from '../text/slug.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeEventContent } from '../upgrade/upgrade-event-content.ts';
import { confirmedFilesSchema, eventFileSchema, maxEventFiles } from './event-file.ts';
import { contentKinds, occurrences } from './event-kind.ts';
import { eventPictureSchema, maxEventPictures } from './event-picture.ts';
import { noticeSchema } from './notice.ts';
import { maxShowings, showingSchema } from './showing.ts';
import { visitFields } from './visit.ts';

/** What may be written of an event in one language. A draft may lack any of it. */
export const translationSchema = z.strictObject({
  title: lineOfText(300).optional(),
  slug: slugSchema.optional(),
  summary: paragraphsOfText(1_000).optional(),
  /** Markdown (CommonMark with tables). */
  body: paragraphsOfText(100_000).optional(),
});

const { place, bookingUrl, price, contact, organisers } = visitFields;

/** Most tags of an event. */
const maxTags = 20;

/** What staff write of an event. */
export const eventContentSchema = z.strictObject({
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  /** An event where it takes place at some time, else news, where absent: `kindOf`. */
  kind: z.enum(contentKinds).optional(),
  /** Of a notice, whose text is its title. */
  notice: noticeSchema.optional(),
  showings: z.array(showingSchema).max(maxShowings).default([]),
  place,
  /** As planned, where absent. */
  occurrence: z.enum(occurrences).optional(),
  soldOut: z.boolean().optional(),
  bookingUrl,
  price,
  contact,
  organisers,
  tags: z.array(lineInLanguages(60)).max(maxTags).default([]),
  translations: z.record(localeSchema, translationSchema).default({}),
  /** The first is the cover: cards and pages show it. */
  pictures: z.array(eventPictureSchema).max(maxEventPictures).default([]),
  /** Documents that readers can open, in this order. */
  files: z.array(eventFileSchema).max(maxEventFiles).default([]),
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
    /** Uploads whose whole text could not be read, and which editors have read themselves. */
    confirmedFiles: confirmedFilesSchema.optional(),
    /** The last step of its review: asked for, or sent back. It ends with a publication. */
    review: reviewSchema.optional(),
    /** Who has changed the content last: the one who created it, where absent. */
    changedBy: z.string().optional(),
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
  const content = Object.keys(eventContentSchema.shape).map((name) => [name, event[name as keyof EventContent]]);
  return Object.fromEntries(content) as EventContent;
};

/**
 * The event with another content in place of its own, from a time on, and with languages that are found to be up to
 * date.
 */
export const withEventContent = (
  event: Event,
  content: EventContent,
  now: Date,
  upToDate: readonly Locale[] = [],
): Event => {
  const rest = Object.entries(event).filter(([name]) => !(name in eventContentSchema.shape));
  const textChangedAt = textTimes(event, { translations: content.translations, upToDate }, now.toISOString());
  return {
    ...(Object.fromEntries(rest) as Event),
    ...content,
    ...(Object.keys(textChangedAt).length > 0 && { textChangedAt }),
  };
};
