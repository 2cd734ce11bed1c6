import * as z from 'zod';
import { cancellationSchema } from '../events/cancellation.ts';
import { eventContentSchema, translationSchema } from '../events/event.ts';
import { type ContentKind, itemKindOf } from '../events/event-kind.ts';
import { type PublishedDocument, publishedDocumentSchema } from '../files/document.ts';
import { publishedImageSchema } from '../files/picture.ts';
import { idSchema } from '../id.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { localeSchema } from '../languages/locale.ts';
import type { Site } from '../site/site.ts';
import { slugSchema } from '../text/slug.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeEdition } from '../upgrade/upgrade-edition.ts';
import { upgradeEventContent } from '../upgrade/upgrade-event-content.ts';
import { type SlugHistory, slugHistorySchema, slugHistoryWith } from './publication.ts';

/**
 * What is published of an event: the texts of the published languages only, each complete and with its slug; of
 * pictures too. A notice may have no body.
 */
export const publishedContentSchema = withUpgrade(
  eventContentSchema.extend({
    category: slugSchema,
    translations: z.record(localeSchema, translationSchema.required({ title: true, slug: true })),
  }),
  upgradeEventContent,
);

export type PublishedContent = z.output<typeof publishedContentSchema>;

/** A picture of a publication: `until` says when the consent ends under which it is shown, where it is an artwork's. */
export const publicImageSchema = publishedImageSchema.extend({ until: instantSchema.optional() });

export type PublicImage = z.output<typeof publicImageSchema>;

/** The same with the upload that it is of. */
export const shownImageSchema = publicImageSchema.extend({ uploadId: idSchema });

export type ShownImage = z.output<typeof shownImageSchema>;

/** A publication: the content, and how it is shown. */
const publicationSchema = z.strictObject({
  content: publishedContentSchema,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
  /** The languages whose feeds list it: none of a page or a notice, so that 0.2.0 would show it nowhere. */
  feedLocales: z.array(localeSchema),
  /** The image of the first picture of the content, and those of the others in their order: see `imagesOf`. */
  cover: publicImageSchema.optional(),
  gallery: z.array(publicImageSchema).optional(),
  /** The documents of the files of the content, in their order. */
  documents: z.array(publishedDocumentSchema).optional(),
  /** The images of the pictures in the texts, but for those that are among the pictures too. */
  textPictures: z.array(shownImageSchema).optional(),
  views: z.int().nonnegative().optional(),
});

export type Publication = z.output<typeof publicationSchema>;

/**
 * Everything that the public sees of an event now: from it the showcase can be made again at any time. It stays when an
 * event is withdrawn, since its former addresses still answer.
 */
export const editionSchema = withUpgrade(
  z.strictObject({
    /** Grows by one with every publication and withdrawal. */
    number: z.int().positive(),
    /**
     * When staff last published or withdrew it; a rebuild keeps it. Editions from before this was recorded have none.
     */
    actedAt: instantSchema.optional(),
    /**
     * How often staff have published or withdrawn it. Editions from before this was recorded have none: see
     * `publishCountOf`.
     */
    publishCount: z.int().positive().optional(),
    /**
     * The language whose feeds name it by its id alone: those of others add their language. Feeds of editions from
     * before this was recorded name it alike in every language, for good.
     */
    guidLocale: localeSchema.optional(),
    /** An event, where absent. */
    kind: z.enum(['page', 'notice']).optional(),
    /**
     * The language whose JSON Feeds name it by its id alone. Editions from before 0.3.0 have none: their id is the same
     * in the JSON Feeds of every language, for good.
     */
    jsonFeedLocale: localeSchema.optional(),
    /**
     * The `publishedAt` under which readers saw it before it was published again: a plan that is given up leaves
     * nothing else that says so.
     */
    earlierPublishedAt: instantSchema.optional(),
    /** What calendars are told of an event that was withdrawn before it had ended. */
    cancelled: cancellationSchema.optional(),
    publication: publicationSchema.optional(),
    /** Slugs per language that the public has seen: those that are not current redirect, or answer 410. */
    slugHistory: slugHistorySchema,
    /** Paths of an earlier site that redirect here. */
    redirectsFrom: z.array(z.string()).default([]),
    /** Hashes of addresses that were erased: they answer that it was withdrawn. */
    erasedSlugs: z.array(z.string()).optional(),
    /** SHA-256 of paths of an earlier site that were erased: no import brings them back. */
    erasedRedirects: z.array(z.string()).optional(),
  }),
  upgradeEdition,
);

export type Edition = z.output<typeof editionSchema>;

type FeedNaming = Pick<Edition, 'guidLocale' | 'jsonFeedLocale'>;

/** The part of an edition that says of what it is. */
export const editionKind = (of: { readonly kind?: ContentKind | undefined } | undefined): Pick<Edition, 'kind'> => {
  const kind = itemKindOf(of ?? {});
  return kind === 'event' ? {} : { kind };
};

/** What stands for the category of a page or a notice, which has none: 0.2.0 reads no edition without one. */
export const noCategory = 'none';

/** The part of an edition that says in which language feeds name it by its id alone: the first one's, for good. */
export const guidLocaleOf = (before: FeedNaming | undefined, { defaultLocale }: Site): FeedNaming => {
  const { guidLocale, jsonFeedLocale } = before ?? { guidLocale: defaultLocale, jsonFeedLocale: defaultLocale };
  return { ...(guidLocale && { guidLocale }), ...(jsonFeedLocale && { jsonFeedLocale }) };
};

/** How often staff have changed what the public sees: unlike the edition's number, a rebuild keeps it. */
export const publishCountOf = ({ publishCount, number }: Pick<Edition, 'publishCount' | 'number'>): number =>
  publishCount ?? number;

/**
 * The `publishedAt` under which readers have seen an event or an exhibition, by its working copy and its edition;
 * `undefined` where they never have. A plan that has not come yet does not count.
 */
export const seenAtOf = (
  { publishedAt }: { readonly publishedAt?: string | undefined },
  edition: Pick<Edition, 'earlierPublishedAt'> | undefined,
  now: Date,
): string | undefined =>
  publishedAt !== undefined && publishedAt <= now.toISOString() ? publishedAt : edition?.earlierPublishedAt;

/** What outlasts every edition. */
type Lasting = Pick<Edition, 'erasedSlugs' | 'erasedRedirects' | 'kind' | 'earlierPublishedAt'>;

/**
 * What a publication or withdrawal gives the edition that follows, of an event or an exhibition: its number and time,
 * and what outlasts every edition. `before` is `undefined` for the first.
 */
export const nextEditionOf = (
  before: (FeedNaming & Lasting & Pick<Edition, 'number' | 'publishCount'>) | undefined,
  site: Site,
  now: Date,
): FeedNaming & Lasting & Pick<Edition, 'number' | 'publishCount' | 'actedAt'> => ({
  number: (before?.number ?? 0) + 1,
  publishCount: before ? publishCountOf(before) + 1 : 1,
  actedAt: now.toISOString(),
  ...guidLocaleOf(before, site),
  ...(before?.kind && { kind: before.kind }),
  ...(before?.earlierPublishedAt && { earlierPublishedAt: before.earlierPublishedAt }),
  ...(before?.erasedSlugs && { erasedSlugs: before.erasedSlugs }),
  ...(before?.erasedRedirects && { erasedRedirects: before.erasedRedirects }),
});

/** The images of a publication: a cover and a gallery of an event, where an exhibition has one list. */
interface ShownImages extends Pick<Publication, 'cover' | 'gallery'> {
  readonly images?: readonly PublicImage[] | undefined;
}

/** The images of a publication of an event or an exhibition: of each picture of its content one, in their order. */
export const imagesOf = ({ cover, gallery = [], images }: ShownImages): PublicImage[] => {
  if (images) return [...images];
  return cover ? [cover, ...gallery] : [];
};

/** What a publication of an event or an exhibition shows as pictures. */
export interface ShownPictures extends ShownImages, Pick<Publication, 'textPictures'> {
  readonly content: {
    readonly pictures: readonly { readonly uploadId: string }[];
    readonly files?: readonly { readonly uploadId: string }[];
  };
}

/** The images of a publication, those of its pictures first, then those of its texts alone; each with its upload. */
export const shownImagesOf = (publication: ShownPictures): ShownImage[] => [
  ...imagesOf(publication).flatMap((image, n) => {
    const uploadId = publication.content.pictures[n]?.uploadId;
    return uploadId === undefined ? [] : [{ ...image, uploadId }];
  }),
  ...(publication.textPictures ?? []),
];

/** All that a publication of an event shows images by. */
export type Imaged = Pick<Publication, 'cover' | 'gallery' | 'textPictures'>;

/** Images as a publication holds them. */
export const imageFields = ([cover, ...gallery]: readonly PublicImage[]): Pick<Publication, 'cover' | 'gallery'> => ({
  ...(cover && { cover }),
  ...(gallery.length > 0 && { gallery }),
});

/** What has files of its own in public: an image or a document. */
export type PublicMedia = PublicImage | PublishedDocument;

/** True of a document: an image has no name. */
export const isDocument = (media: PublicMedia): media is PublishedDocument => 'name' in media;

/** The parts of a publication that have files of their own in public. */
export type ShownMedia = ShownImages & Pick<Publication, 'textPictures' | 'documents' | 'unpublishAt'>;

/** Everything of a publication that has files of its own in public. */
export const mediaOf = (publication: ShownMedia): PublicMedia[] => [
  ...imagesOf(publication),
  ...(publication.textPictures ?? []),
  ...(publication.documents ?? []),
];

/**
 * When an image or a document must go: with its publication, or with the consent to it; `undefined` where neither ends.
 */
export const mediaEnd = (media: PublicMedia, publication: Pick<Publication, 'unpublishAt'>): string | undefined =>
  earlierEnd(isDocument(media) ? {} : media, publication);

/**
 * When something must go that is shown until a consent ends: with its publication, or with that consent; `undefined`
 * where neither ends.
 */
export const earlierEnd = (
  { until }: { readonly until?: string | undefined },
  { unpublishAt }: Pick<Publication, 'unpublishAt'>,
): string | undefined => [until, unpublishAt].filter((end) => end !== undefined).sort()[0];

/** The slugs that the public has seen up to now, those of the edition itself included. */
export const slugHistoryAt = (edition: Edition | undefined, now: Date): SlugHistory =>
  edition?.publication && edition.publication.publishedAt <= now.toISOString()
    ? slugHistoryWith(edition.slugHistory, edition.publication)
    : (edition?.slugHistory ?? {});
