import * as z from 'zod';
import { publishedImageSchema } from '../model/files/picture.ts';
import { idSchema } from '../model/id.ts';
import { wantedLocaleSchema } from '../model/languages/locale.ts';
import { termsOf, wantedTerms } from '../model/text/search-terms.ts';
import { slugSchema } from '../model/text/slug.ts';
import { lineToSearch } from '../model/text/text.ts';
import { daySchema } from '../model/time/day.ts';
import { monthSchema } from '../model/time/month.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { page, pageQuery } from './list.ts';
import {
  exhibitionCardSchema,
  feedCardSchema,
  feedItemSchema,
  publicArtworkSchema,
  publicEventSchema,
  publicExhibitionSchema,
  publicPageCardSchema,
  publicPageSchema,
  publicSiteSchema,
  searchKinds,
  searchResultSchema,
} from './public-schemas.ts';
import type { Route } from './route.ts';

/** JSON-LD of another specification. */
const iiifSchema = z.looseObject({ '@context': z.string(), id: z.url(), type: z.string() });

/** The media type of manifests and collections (https://iiif.io/api/presentation/3.0/#61-uri-recommendations). */
const iiifType = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

/** Something public by its id or slug. */
export const byIdOrSlug = z.strictObject({ idOrSlug: z.union([idSchema, slugSchema], issueCode('invalidIdOrSlug')) });

/** Which feed, and which page of it: the same in every format. */
export const feedQuery = z.strictObject({
  locale: wantedLocaleSchema.optional(),
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  translatedOnly: z.stringbool(issueCode('notBoolean')).default(false),
  ...pageQuery,
});

/** The same for formats that other programs read: those send parameters of their own, which are ignored. */
export const looseFeedQuery = z.object(feedQuery.shape);

/** Most words of a search: each costs reading. */
const mostWords = 8;

/** The public routes, which need no token. */
export const publicRoutes = {
  getSite: {
    method: 'GET',
    path: '/v1/site',
    access: 'public',
    summary: 'Get the site settings',
    query: z.strictObject({}),
    status: 200,
    response: publicSiteSchema,
  },
  getFeed: {
    method: 'GET',
    path: '/v1/feed',
    access: 'public',
    summary: 'List published items',
    query: feedQuery.extend({ month: monthSchema.optional(), fields: z.enum(['body']).optional() }),
    status: 200,
    /** With `fields`, a page has at most 20 items, and as many as fit into an answer. */
    response: page(feedItemSchema),
  },
  listCalendarItems: {
    method: 'GET',
    path: '/v1/calendar',
    access: 'public',
    summary: 'List what takes place in a month',
    query: feedQuery.extend({
      month: monthSchema.optional(),
      // A month is shown whole.
      limit: pageQuery.limit.removeDefault().default(100),
    }),
    status: 200,
    /** A page may be short, or empty, and more may follow: as long as there is a `nextCursor`. */
    response: page(feedCardSchema),
  },
  searchItems: {
    method: 'GET',
    path: '/v1/search',
    access: 'public',
    summary: 'Search published items',
    query: z.strictObject({
      q: lineToSearch(100)
        .refine((q) => q.length >= 2, issueCode('tooShort', { min: 2 }))
        .refine((q) => wantedTerms(q).length > 0, issueCode('nothingToSearch'))
        .refine((q) => wantedTerms(q).length <= mostWords, issueCode('tooManyWords', { max: mostWords })),
      locale: wantedLocaleSchema.optional(),
      kind: z.enum(searchKinds).optional(),
      category: slugSchema.optional(),
      tag: lineToSearch(60)
        .refine((tag) => termsOf(tag).length > 0, issueCode('nothingToSearch'))
        .optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      ...pageQuery,
    }),
    status: 200,
    /** A page may be short, or empty, and more may follow: as long as there is a `nextCursor`. */
    response: page(searchResultSchema),
  },
  getEvent: {
    method: 'GET',
    path: '/v1/events/{idOrSlug}',
    access: 'public',
    summary: 'Get a published event',
    params: byIdOrSlug,
    query: z.strictObject({ locale: wantedLocaleSchema.optional() }),
    status: 200,
    response: publicEventSchema,
  },
  listPages: {
    method: 'GET',
    path: '/v1/pages',
    access: 'public',
    summary: "List published editors' pages",
    query: z.strictObject({ locale: wantedLocaleSchema.optional() }),
    status: 200,
    /** All of them, in the order of the navigation; those that it lacks come last. */
    response: page(publicPageCardSchema),
  },
  getPage: {
    method: 'GET',
    path: '/v1/pages/{idOrSlug}',
    access: 'public',
    summary: "Get a published editors' page",
    params: byIdOrSlug,
    query: z.strictObject({ locale: wantedLocaleSchema.optional() }),
    status: 200,
    response: publicPageSchema,
  },
  listExhibitions: {
    method: 'GET',
    path: '/v1/exhibitions',
    access: 'public',
    summary: 'List published exhibitions',
    query: z.strictObject({ locale: wantedLocaleSchema.optional(), ...pageQuery }),
    status: 200,
    response: page(exhibitionCardSchema),
  },
  getExhibition: {
    method: 'GET',
    path: '/v1/exhibitions/{idOrSlug}',
    access: 'public',
    summary: 'Get a published exhibition',
    params: byIdOrSlug,
    query: z.strictObject({ locale: wantedLocaleSchema.optional() }),
    status: 200,
    response: publicExhibitionSchema,
  },
  listArtworks: {
    method: 'GET',
    path: '/v1/exhibitions/{idOrSlug}/artworks',
    access: 'public',
    summary: 'List the artworks of a published exhibition',
    params: byIdOrSlug,
    query: z.strictObject({ locale: wantedLocaleSchema.optional(), ...pageQuery }),
    status: 200,
    /** A page may be short, and more may follow: as long as there is a `nextCursor`. */
    response: page(publicArtworkSchema),
  },
  getArtwork: {
    method: 'GET',
    path: '/v1/exhibitions/{idOrSlug}/artworks/{artworkId}',
    access: 'public',
    summary: 'Get an artwork of a published exhibition',
    params: byIdOrSlug.extend({ artworkId: idSchema }),
    query: z.strictObject({ locale: wantedLocaleSchema.optional() }),
    status: 200,
    response: publicArtworkSchema,
  },
  getManifest: {
    method: 'GET',
    path: '/v1/exhibitions/{idOrSlug}/manifest',
    access: 'public',
    summary: 'Get the IIIF manifest of an exhibition',
    params: byIdOrSlug,
    query: z.strictObject({}),
    jsonContentType: iiifType,
    status: 200,
    response: iiifSchema,
  },
  /** The address that names an image service leads to its description (https://iiif.io/api/image/3.0/#2-uri-syntax). */
  getImageService: {
    method: 'GET',
    path: '/iiif/3/{media}',
    access: 'public',
    summary: 'Redirect from an IIIF image service to its description',
    params: z.strictObject({ media: publishedImageSchema.shape.media }),
    query: z.looseObject({}),
    status: 200,
    response: z.never(),
  },
  getCollection: {
    method: 'GET',
    path: '/v1/iiif/collection',
    access: 'public',
    summary: 'Get the IIIF collection of all exhibitions',
    query: z.strictObject({}),
    jsonContentType: iiifType,
    status: 200,
    response: iiifSchema,
  },
} as const satisfies Record<string, Route>;
