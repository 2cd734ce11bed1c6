import * as z from 'zod';
import { toDocument } from '../../aws/document.ts';
import { type PublishedArtwork, publishedArtworkSchema } from '../../model/exhibitions/artwork.ts';
import { manifestFileSchema, publishedExhibitionSchema } from '../../model/exhibitions/exhibition-edition.ts';
import { publishedDocumentSchema } from '../../model/files/document.ts';
import { idSchema } from '../../model/id.ts';
import { withUpgrade } from '../../model/json/read-stored.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { publicImageSchema } from '../../model/publication/edition.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { upgradeExhibitionEdition } from '../../model/upgrade/upgrade-exhibition-edition.ts';
import { storedCardSchema } from './card.ts';
import { storedCoverSchema } from './exhibition-cover.ts';
import { projection } from './projection.ts';
import { type PublicSummary, publicSummaryAttribute } from './public-summary.ts';
import { type StoredText, storedTextPictureSchema } from './text-picture.ts';
import { endAttributes, type ShowcaseItem } from './write.ts';

/** A published exhibition in all its languages, as it is stored: everything but its artworks. */
export const storedExhibitionSchema = withUpgrade(
  z.strictObject({
    id: idSchema,
    /**
     * Which artworks belong to it: those stored under this number. A new edition changes it, and so all of them at
     * once.
     */
    artworkSetVersion: z.int().positive(),
    /** How many there are: a reader who finds another number reads again. */
    count: z.int().nonnegative(),
    /** The ids of the artworks in their order, where they are more than one answer holds. */
    order: z.array(idSchema).optional(),
    /** Set where the manifest is a file. */
    manifest: manifestFileSchema.optional(),
    content: publishedExhibitionSchema,
    /** The image of each picture of the content, in their order. */
    images: z.array(publicImageSchema).optional(),
    /** The documents of the files of the content, in their order. */
    documents: z.array(publishedDocumentSchema).optional(),
    /**
     * The artwork that stands for it where no photograph does; editions from before 0.3.0 have none: their first one
     * does.
     */
    cover: storedCoverSchema.optional(),
    /** The descriptions as sanitized HTML. */
    html: z.record(localeSchema, z.string()),
    /** The descriptions as pages show them, where these differ: see `renderBody`. */
    pageHtml: z.record(localeSchema, z.string()).optional(),
    /** The pictures in the descriptions, in their order. */
    textPictures: z.record(localeSchema, z.array(storedTextPictureSchema)).optional(),
    publishedAt: instantSchema,
    /** When it leaves the public by itself. */
    unpublishAt: instantSchema.optional(),
    /** True where it was public before: until its start it answers that it was withdrawn. */
    wasPublic: z.literal(true).optional(),
  }),
  upgradeExhibitionEdition,
);

export type StoredExhibition = z.output<typeof storedExhibitionSchema>;

const pk = (id: string) => ({ S: `EXHIBITION#${id}` });

/** The key of an exhibition as it is public now. */
export const exhibitionKey = (id: string) => ({ pk: pk(id), sk: { S: 'CURRENT' } });

/** The prefix of the sort keys of the artworks under one number. */
export const publicArtworkPrefix = (artworkSetVersion: number): string => `SHOWN#${artworkSetVersion}#`;

/** The key of an artwork under a number. */
export const publicArtworkKey = (id: string, artworkSetVersion: number, artworkId: string) => ({
  pk: pk(id),
  sk: { S: `${publicArtworkPrefix(artworkSetVersion)}${artworkId}` },
});

/** The key of the item that says which exhibition a slug of a locale leads to, now or once. */
export const exhibitionSlugKey = (locale: string, slug: string) => ({
  pk: { S: `EXHIBITION-SLUG#${locale}#${slug}` },
  sk: { S: 'SLUG' },
});

/** The partition that lists the exhibitions for readers of a locale. */
export const exhibitionsPartition = (locale: string): string => `EXHIBITIONS#${locale}`;

/** An exhibition in the list of them, as it is stored. */
const storedExhibitionCardSchema = storedCardSchema.omit({ startsAt: true, endsAt: true }).extend({
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
});

export type StoredExhibitionCard = z.output<typeof storedExhibitionCardSchema>;

/** The description of an exhibition in a language, which has one. */
export const descriptionIn = (
  { content, html, pageHtml, textPictures }: Pick<StoredExhibition, 'content' | 'html' | 'pageHtml' | 'textPictures'>,
  locale: string,
): StoredText => ({
  body: { markdown: content.translations[locale]?.description ?? '', html: html[locale] ?? '' },
  pageHtml: pageHtml?.[locale],
  textPictures: textPictures?.[locale],
});

/** The files of an exhibition, with their titles by language. */
export const titledDocumentsOf = ({ content, documents = [] }: Pick<StoredExhibition, 'content' | 'documents'>) =>
  documents.map((document, n) => ({ ...document, titles: content.files[n]?.title ?? {} }));

/** A published exhibition. Throws `DocumentTooLargeError`. */
export const exhibitionItem = (exhibition: StoredExhibition, publicSummary: PublicSummary): ShowcaseItem => ({
  ...exhibitionKey(exhibition.id),
  ...publicSummaryAttribute(publicSummary),
  doc: toDocument(projection(storedExhibitionSchema, exhibition)),
});

/** An exhibition that was public and was withdrawn. */
export const goneExhibitionItem = (id: string, publicSummary: PublicSummary): ShowcaseItem => ({
  ...exhibitionKey(id),
  ...publicSummaryAttribute(publicSummary),
  gone: { BOOL: true },
});

/** An artwork of an exhibition, under the number of the edition that it was written for. */
export const artworkItem = (
  exhibitionId: string,
  artworkSetVersion: number,
  artwork: PublishedArtwork,
): ShowcaseItem => ({
  ...publicArtworkKey(exhibitionId, artworkSetVersion, artwork.id),
  doc: toDocument(projection(publishedArtworkSchema, artwork)),
});

/** Where a slug leads. The item never changes: a slug belongs to its exhibition for good. */
export const exhibitionSlugItem = (locale: string, slug: string, exhibitionId: string): ShowcaseItem => ({
  ...exhibitionSlugKey(locale, slug),
  exhibitionId: { S: exhibitionId },
});

/** An exhibition at its place in the list of them. The table deletes one with a planned end some time after that. */
export const listedExhibitionItem = (
  locale: string,
  sortKey: string,
  card: StoredExhibitionCard,
  unpublishAt?: string,
): ShowcaseItem => ({
  pk: { S: exhibitionsPartition(locale) },
  sk: { S: sortKey },
  card: { S: JSON.stringify(projection(storedExhibitionCardSchema, card)) },
  ...endAttributes(unpublishAt),
});
