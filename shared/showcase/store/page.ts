import * as z from 'zod';
import { publicEventSchema, publicPictureSchema } from '../../contract/public-schemas.ts';
import type { ItemKind } from '../../model/events/event-kind.ts';
import { showingSchema } from '../../model/events/showing.ts';
import { publishedDocumentSchema } from '../../model/files/document.ts';
import { publishedImageSchema } from '../../model/files/picture.ts';
import { idSchema } from '../../model/id.ts';
import { withUpgrade } from '../../model/json/read-stored.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { upgradePage } from '../../model/upgrade/upgrade-page.ts';
import { storedTextPictureSchema } from './text-picture.ts';

const { shape } = publicEventSchema;

/** A picture of an event with its words; `until`: when consent to show it ends. */
const storedPictureSchema = publicPictureSchema
  .pick({ alt: true, caption: true, credit: true, focalPoint: true })
  .extend(publishedImageSchema.shape)
  .extend({ until: instantSchema.optional() });

export type StoredPicture = z.output<typeof storedPictureSchema>;

/** A file of an event with its title. */
const storedFileSchema = publishedDocumentSchema.extend({ title: z.string() });

export type StoredFile = z.output<typeof storedFileSchema>;

/** The published page of an event in one language, as it is stored: complete, so that an answer takes one read. */
export const storedPageSchema = withUpgrade(
  publicEventSchema.omit({ url: true, alternates: true, exhibition: true }).extend({
    /** The body as its page shows it, where that differs from the HTML of the API: see `renderBody`. */
    pageHtml: z.string().optional(),
    /** The pictures in the body, in their order. */
    textPictures: z.array(storedTextPictureSchema).optional(),
    exhibitionId: idSchema.optional(),
    category: slugSchema,
    pictures: z.array(storedPictureSchema).default([]),
    files: z.array(storedFileSchema).default([]),
    showings: z.array(showingSchema).default([]),
    occurrence: shape.occurrence.optional(),
    soldOut: z.boolean().optional(),
    organisers: shape.organisers.default([]),
    tags: shape.tags.default([]),
    unpublishAt: instantSchema.optional(),
    /** True where this address was public before: until its start it answers that it was withdrawn. */
    wasPublic: z.literal(true).optional(),
    /** The slug of every published language. */
    slugs: z.record(localeSchema, slugSchema),
  }),
  upgradePage,
);

export type StoredPage = z.output<typeof storedPageSchema>;

/** The key of the page that answers a slug of a locale: of an event, or an editors' page, which 0.2.0 does not find. */
export const pageKey = (locale: string, slug: string, kind: ItemKind = 'event') => ({
  pk: { S: `${kind === 'event' ? 'PAGE' : 'EDITORS-PAGE'}#${locale}#${slug}` },
  sk: { S: 'PAGE' },
});

/** What the keys of the items of a kind begin with. */
const keyPrefixes = {
  event: 'EVENT',
  page: 'EDITORS-PAGE',
  notice: 'NOTICE',
} as const satisfies Record<ItemKind, string>;

/**
 * The key of the item that says under which slugs an event, a page or a notice is published. Consumers of the stream in
 * 0.2.0 are called for events only.
 */
export const slugsKey = (id: string, kind: ItemKind = 'event') => ({
  pk: { S: `${keyPrefixes[kind]}#${id}` },
  sk: { S: kind === 'event' ? 'SLUGS' : 'PUBLIC' },
});
