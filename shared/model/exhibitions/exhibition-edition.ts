import * as z from 'zod';
import { type Cancellation, cancellationOf, cancellationSchema } from '../events/cancellation.ts';
import type { Occasion } from '../events/showing.ts';
import { publishedDocumentSchema } from '../files/document.ts';
import { idSchema } from '../id.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { localeSchema } from '../languages/locale.ts';
import { publicImageSchema, shownImageSchema } from '../publication/edition.ts';
import { slugHistorySchema } from '../publication/publication.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeExhibitionEdition } from '../upgrade/upgrade-exhibition-edition.ts';
import { upgradeVenue } from '../upgrade/upgrade-venue.ts';
import { exhibitionContentSchema, exhibitionTranslationSchema } from './exhibition.ts';

/** What is published of an exhibition: the texts of the published languages only, each complete and with its slug. */
export const publishedExhibitionSchema = withUpgrade(
  exhibitionContentSchema.omit({ blindRating: true }).extend({
    translations: z.record(
      localeSchema,
      exhibitionTranslationSchema.required({ title: true, description: true, slug: true }),
    ),
  }),
  upgradeVenue,
);

export type PublishedExhibition = z.output<typeof publishedExhibitionSchema>;

/**
 * A publication of an exhibition, but for its artworks, each of which is a record of its own
 * (`shared/desk/exhibitions/published-artwork-records.ts`).
 */
const exhibitionPublicationSchema = z.strictObject({
  content: publishedExhibitionSchema,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
  /** The languages whose feeds list it. */
  feedLocales: z.array(localeSchema),
  artworkIds: z.array(idSchema),
  /** The image of each picture of the content, in their order; absent where it has none. */
  images: z.array(publicImageSchema).optional(),
  /** The images of the pictures in the texts, but for those that are among the pictures too. */
  textPictures: z.array(shownImageSchema).optional(),
  /** The documents of the files of the content, in their order. */
  documents: z.array(publishedDocumentSchema).optional(),
  /**
   * A name for all that is public of the artworks: another one after each publication, and after each consent that is
   * narrowed. Editions from before it was recorded have none.
   */
  artworksDigest: z.string().optional(),
});

export type ExhibitionPublication = z.output<typeof exhibitionPublicationSchema>;

/** A manifest that is too large to be composed when it is asked for. */
export const manifestFileSchema = z.strictObject({
  /** Where the file lies, below the same prefix as images; absent while it is being made. */
  media: z.string().optional(),
  /** When the first consent ends to an artwork in it: the file is not shown from then on. */
  until: instantSchema.optional(),
  /** A hash of the settings that it was made with. */
  madeWith: z.string().optional(),
});

export type ManifestFile = z.output<typeof manifestFileSchema>;

/** Everything that the public sees of an exhibition now. It stays when an exhibition is withdrawn. */
export const exhibitionEditionSchema = withUpgrade(
  z.strictObject({
    /** Grows by one with everything that changes it. */
    number: z.int().positive(),
    /** When staff last published or withdrew it, or consent changed it; a rebuild keeps it. */
    actedAt: instantSchema.optional(),
    /** How often staff have published or withdrawn it, or consent has changed it (`publishCountOf`). */
    publishCount: z.int().positive().optional(),
    /** The language whose feeds name it by its id alone (as of an event's edition). */
    guidLocale: localeSchema.optional(),
    /** The language whose JSON Feeds name it by its id alone (as of an event's edition). */
    jsonFeedLocale: localeSchema.optional(),
    /** The `publishedAt` under which readers saw it before it was published again (as of an event's edition). */
    earlierPublishedAt: instantSchema.optional(),
    /** What calendars are told of an exhibition that was withdrawn before it had ended. */
    cancelled: cancellationSchema.optional(),
    /** Which records of shown artworks belong to it: those that were written for the edition of this number. */
    artworkSetVersion: z.int().nonnegative(),
    publication: exhibitionPublicationSchema.optional(),
    /** True where the artworks are more than one answer holds: then readers get them page by page. */
    isPaged: z.literal(true).optional(),
    /** There where the manifest is more than one answer holds: then it is a file. */
    manifest: manifestFileSchema.optional(),
    /** Every slug that it was ever published under, by language: each keeps leading to it. */
    slugHistory: slugHistorySchema.default({}),
    /** Hashes of addresses that were erased: they answer that it was withdrawn. */
    erasedSlugs: z.array(z.string()).optional(),
    /** Whether the public has ever seen it: then it answers that it was withdrawn. */
    wasPublic: z.boolean(),
  }),
  upgradeExhibitionEdition,
);

export type ExhibitionEdition = z.output<typeof exhibitionEditionSchema>;

/**
 * The artwork that stands for an exhibition where no photograph does: the chosen one as long as it is shown, else the
 * first.
 */
export const coverArtworkIdOf = ({ content, artworkIds }: ExhibitionPublication): string | undefined => {
  const chosen = content.cover?.artworkId;
  return chosen && artworkIds.includes(chosen) ? chosen : artworkIds[0];
};

/**
 * The place of the photograph that was chosen as the cover, among the pictures; -1 where none was, or it is shown no
 * more.
 */
export const coverPictureOf = ({ pictures, cover }: Pick<PublishedExhibition, 'pictures' | 'cover'>): number =>
  cover?.uploadId === undefined ? -1 : pictures.findIndex(({ uploadId }) => uploadId === cover.uploadId);

/** The days of an exhibition as the times of anything that takes place. */
export const occasionsOf = ({ opensOn, closesOn }: Pick<PublishedExhibition, 'opensOn' | 'closesOn'>): Occasion[] =>
  opensOn ? [{ startsAt: opensOn, ...(closesOn && { endsAt: closesOn }) }] : [];

/** What calendars are told where the publication of an exhibition ends at `at` (`cancellationOf`). */
export const exhibitionCancellation = (
  { content, publishedAt }: ExhibitionPublication,
  at: string,
): Cancellation | undefined =>
  cancellationOf({ content: { ...content, showings: occasionsOf(content) }, publishedAt }, at);

/** True where the public has seen it up to now. */
export const isEverPublic = (edition: ExhibitionEdition | undefined, now: Date): boolean =>
  edition !== undefined &&
  (edition.wasPublic || (edition.publication !== undefined && edition.publication.publishedAt <= now.toISOString()));
