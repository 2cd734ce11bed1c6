import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { confirmedFilesSchema, eventFileSchema, maxEventFiles } from '../events/event-file.ts';
import { eventPictureSchema, maxEventPictures } from '../events/event-picture.ts';
import { visitFields } from '../events/visit.ts';
import { idSchema } from '../id.ts';
import { fieldErrorSchema } from '../json/field-error.ts';
import { knownFields } from '../json/known-fields.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { paragraphsInLanguages } from '../languages/in-languages.ts';
import { type Locale, localeSchema } from '../languages/locale.ts';
import { textTimes } from '../languages/outdated-locales.ts';
import { confirmedMentionsSchema } from '../names/confirmed-mention.ts';
import { slugSchema } from '../text/slug.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { daySchema } from '../time/day.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeVenue } from '../upgrade/upgrade-venue.ts';

/** What may be written of an exhibition in one language. A draft may lack any of it. */
export const exhibitionTranslationSchema = z.strictObject({
  title: lineOfText(300).optional(),
  slug: slugSchema.optional(),
  summary: paragraphsOfText(1_000).optional(),
  description: paragraphsOfText(100_000).optional(),
});

/**
 * Addresses that IIIF takes for rights: those of Creative Commons and RightsStatements.org, by http (https is refused
 * there).
 */
const rightsSchema = z
  .string()
  .regex(
    /^http:\/\/(creativecommons\.org\/(licenses|publicdomain)\/[a-z0-9./-]+|rightsstatements\.org\/vocab\/[A-Za-z0-9-]+\/1\.0\/)$/,
    issueCode('invalidRights'),
  );

/** Most artworks of an exhibition that can be selected. */
export const maxSelectedArtworks = 1_000;

/**
 * What stands for an exhibition in lists and opens its page: an artwork that is exhibited, or one of its photographs.
 */
const coverChoiceSchema = z.strictObject({ artworkId: idSchema.optional(), uploadId: idSchema.optional() });

/** What staff write of an exhibition. */
export const exhibitionContentSchema = z.strictObject({
  category: slugSchema.default('exhibitions'),
  campaign: slugSchema.optional(),
  opensOn: daySchema.optional(),
  closesOn: daySchema.optional(),
  ...visitFields,
  openingHours: paragraphsInLanguages(500).optional(),
  eventIds: z.array(idSchema).max(20).default([]),
  /** Photographs beside the works: of the halls, of the opening. */
  pictures: z.array(eventPictureSchema).max(maxEventPictures).default([]),
  /** Documents that readers can open, in this order. */
  files: z.array(eventFileSchema).max(maxEventFiles).default([]),
  cover: coverChoiceSchema.optional(),
  rights: rightsSchema.default('http://rightsstatements.org/vocab/InC/1.0/'),
  blindRating: z.boolean().default(false),
  translations: z.record(localeSchema, exhibitionTranslationSchema).default({}),
});

export type ExhibitionContent = z.output<typeof exhibitionContentSchema>;

/**
 * The statuses that are stored, from its plan to its end: see `transitions`. What staff see depends on the clock:
 * `exhibitionStatusAt`.
 */
export const storedExhibitionStatuses = ['draft', 'open', 'selection', 'published', 'withdrawn', 'archived'] as const;

export type StoredExhibitionStatus = (typeof storedExhibitionStatuses)[number];

/**
 * Which state may follow which. A selection leads to `selection`, publishing to `published`, withdrawing to
 * `withdrawn`; the archive has acts of its own.
 */
export const transitions: Readonly<Record<StoredExhibitionStatus, readonly StoredExhibitionStatus[]>> = {
  draft: ['open', 'selection'],
  open: ['draft', 'selection'],
  selection: ['open', 'published'],
  published: ['published', 'withdrawn'],
  withdrawn: ['open', 'selection', 'published'],
  archived: [],
};

/** Which artworks are exhibited, in their order, and who has decided it. */
export const selectionSchema = z.strictObject({
  artworkIds: z.array(idSchema),
  decidedBy: z.string(),
  decidedAt: instantSchema,
});

/** A publication that is under way, or has failed: then `errors` says why. */
const publishingSchema = z.strictObject({
  /** The version that is published: its artworks are stored under this number. */
  edition: z.int().positive(),
  /** Random: the addresses of the media follow from it. */
  secret: z.string(),
  locales: z.array(localeSchema),
  publishAt: instantSchema.optional(),
  /** As of the request: `null` takes a planned end back. */
  unpublishAt: instantSchema.nullish(),
  requestedAt: instantSchema,
  errors: z.array(fieldErrorSchema).optional(),
  /** Who asked for it, and from where: for the audit. */
  by: z.string(),
  from: z.string(),
  viewer: z.string().optional(),
  /** As it was kept before there was `viewer`. */
  forwardedFor: z.string().optional(),
});

/** A blind rating: its works have numbers that were drawn when it began. */
export const blindRatingSchema = z.strictObject({
  /** The version of the exhibition that began it; the drawn numbers are kept under it. */
  draw: z.int().positive(),
  startedAt: instantSchema,
  revealedAt: instantSchema.optional(),
  revealedBy: z.string().optional(),
  namesSeen: z.boolean().optional(),
});

/** The working copy of an exhibition, as the desk keeps it. */
export const exhibitionSchema = withUpgrade(
  exhibitionContentSchema.extend({
    id: idSchema,
    status: z.enum(storedExhibitionStatuses),
    /** Of an archived exhibition: the status that it had, and gets back. */
    archivedFrom: z.enum(storedExhibitionStatuses).optional(),
    selection: selectionSchema.optional(),
    publishing: publishingSchema.optional(),
    rating: blindRatingSchema.optional(),
    /** Where editors have said that a text means another person than an artist whose name is withheld. */
    confirmedMentions: confirmedMentionsSchema.optional(),
    /** Uploads whose whole text could not be read, and which editors have read themselves. */
    confirmedFiles: confirmedFilesSchema.optional(),
    /** When the text in a language was last changed, where that was after the creation: see `outdatedLocales`. */
    textChangedAt: z.record(localeSchema, instantSchema).optional(),
    publishedAt: instantSchema.optional(),
    /** When it leaves the public by itself. */
    unpublishAt: instantSchema.optional(),
    /** The languages that are published, and the version that is public in whole, where one is. */
    published: z.strictObject({ version: z.int().positive().optional(), locales: z.array(localeSchema) }).optional(),
    version: z.int().positive(),
    createdAt: instantSchema,
    createdBy: z.string(),
    updatedAt: instantSchema,
    updatedBy: z.string(),
  }),
  upgradeVenue,
);

export type Exhibition = z.output<typeof exhibitionSchema>;

/** True while an edition is being made. */
export const isPublishing = ({ publishing }: Exhibition): boolean =>
  publishing !== undefined && publishing.errors === undefined;

export type ExhibitionPublishing = z.output<typeof publishingSchema>;

/** The part of an exhibition that staff write. */
export const exhibitionContentOf = (exhibition: ExhibitionContent): ExhibitionContent =>
  knownFields<typeof exhibitionContentSchema, ExhibitionContent>(exhibitionContentSchema, exhibition);

/**
 * The exhibition with another content in place of its own, from a time on, and with languages that are found to be up
 * to date.
 */
export const withExhibitionContent = (
  exhibition: Exhibition,
  content: ExhibitionContent,
  now: Date,
  upToDate: readonly Locale[] = [],
): Exhibition => {
  const { textChangedAt: _, ...others } = exhibition;
  const rest = Object.entries(others).filter(([name]) => !(name in exhibitionContentSchema.shape));
  const textChangedAt = textTimes(exhibition, { translations: content.translations, upToDate }, now.toISOString());
  return {
    ...(Object.fromEntries(rest) as Exhibition),
    ...content,
    ...(Object.keys(textChangedAt).length > 0 && { textChangedAt }),
  };
};
