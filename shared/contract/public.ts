import * as z from 'zod';
import { publicFileSchema } from '../model/document.ts';
import { eventKinds, occurrences } from '../model/event-kind.ts';
import { focalPointSchema } from '../model/event-picture.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema, wantedLocaleSchema } from '../model/locale.ts';
import { noticeLevels } from '../model/notice.ts';
import { organiserRoles } from '../model/organiser.ts';
import { pictureSchema, publishedImageSchema } from '../model/picture.ts';
import { termsOf, wantedTerms } from '../model/search-terms.ts';
import { siteSchema } from '../model/site.ts';
import { slugSchema } from '../model/slug.ts';
import { lineToSearch } from '../model/text.ts';
import { daySchema } from '../model/time/day.ts';
import { instantSchema } from '../model/time/instant.ts';
import { monthSchema } from '../model/time/month.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';

const categorySchema = z.strictObject({ slug: slugSchema, label: z.string() });

/** Something in another language. */
const alternateSchema = z.strictObject({ locale: localeSchema, slug: slugSchema, url: z.url() });

/** A picture that may be cropped. */
export const cardPictureSchema = pictureSchema.extend({ focalPoint: focalPointSchema.optional() });

/** An entry of a feed, in the language that `locale` says. */
export const feedCardSchema = z.strictObject({
  id: idSchema,
  kind: z.enum([...eventKinds, 'exhibition']),
  title: z.string(),
  locale: localeSchema,
  slug: slugSchema,
  category: categorySchema,
  campaign: slugSchema.optional(),
  publishedAt: instantSchema,
  url: z.url(),
  alternates: z.array(alternateSchema),
  summary: z.string().optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  placeName: z.string().optional(),
  occurrence: z.enum(occurrences).optional(),
  soldOut: z.boolean().optional(),
  picture: cardPictureSchema.optional(),
});

export type FeedCard = z.output<typeof feedCardSchema>;

/** A picture of an event, with its words in the language of the answer. */
export const publicPictureSchema = cardPictureSchema.extend({
  caption: z.string().optional(),
  credit: z.string().optional(),
});

export type PublicPicture = z.output<typeof publicPictureSchema>;

/** Where an event or an exhibition takes place, in the language of the answer. */
export const publicPlaceSchema = z.strictObject({
  name: z.string().optional(),
  address: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  onlineUrl: z.url().optional(),
  accessibility: z.string().optional(),
});

export type PublicPlace = z.output<typeof publicPlaceSchema>;

export const publicShowingSchema = z.strictObject({
  startsAt: z.string(),
  endsAt: z.string().optional(),
  doorsAt: instantSchema.optional(),
  allDay: z.boolean(),
});

export type PublicShowing = z.output<typeof publicShowingSchema>;

const publicOrganiserSchema = z.strictObject({ name: z.string(), role: z.enum(organiserRoles) });

export type PublicOrganiser = z.output<typeof publicOrganiserSchema>;

/** A published event in one language. */
export const publicEventSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(eventKinds),
  locale: localeSchema,
  slug: slugSchema,
  title: z.string(),
  summary: z.string().optional(),
  body: z.strictObject({ markdown: z.string(), html: z.string() }),
  pictures: z.array(publicPictureSchema),
  files: z.array(publicFileSchema),
  category: categorySchema,
  campaign: slugSchema.optional(),
  showings: z.array(publicShowingSchema),
  place: publicPlaceSchema.optional(),
  occurrence: z.enum(occurrences),
  soldOut: z.boolean(),
  bookingUrl: z.url().optional(),
  price: z.string().optional(),
  contact: z.string().optional(),
  organisers: z.array(publicOrganiserSchema),
  tags: z.array(z.string()),
  exhibition: z.strictObject({ id: idSchema, title: z.string(), url: z.url() }).optional(),
  views: z.int().optional(),
  publishedAt: instantSchema,
  url: z.url(),
  alternates: z.array(alternateSchema),
});

export type PublicEvent = z.output<typeof publicEventSchema>;

/** An editors' page in one language: it has no date and is in no feed. */
export const publicPageSchema = publicEventSchema.pick({
  ...{ id: true, locale: true, slug: true, title: true, summary: true, body: true, pictures: true, files: true },
  ...{ url: true, alternates: true },
});

export type PublicPage = z.output<typeof publicPageSchema>;

/** An editors' page in a list. */
export const publicPageCardSchema = publicPageSchema.omit({ body: true, pictures: true, files: true });

export type PublicPageCard = z.output<typeof publicPageCardSchema>;

/** A notice that stands above the content of every page now, in all its languages. */
export const publicNoticeSchema = z.strictObject({
  id: idSchema,
  level: z.enum(noticeLevels),
  title: z.record(localeSchema, z.string()),
  summary: z.record(localeSchema, z.string()),
  url: z.url().optional(),
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
});

export type PublicNotice = z.output<typeof publicNoticeSchema>;

/** The settings, and what every page says now. */
export const publicSiteSchema = siteSchema.omit({ fourEyes: true }).extend({ notices: z.array(publicNoticeSchema) });

/** An entry of a feed that was asked for with `fields=body`: what it stands for, whole. */
export const feedItemSchema = feedCardSchema.extend(
  publicEventSchema
    .pick({
      body: true,
      pictures: true,
      files: true,
      showings: true,
      place: true,
      bookingUrl: true,
      price: true,
      contact: true,
    })
    .extend(publicEventSchema.pick({ organisers: true, tags: true, exhibition: true, views: true }).shape)
    .partial().shape,
);

export type FeedItem = z.output<typeof feedItemSchema>;

/** An artwork of a published exhibition; its texts are in the language that `locale` says. */
export const publicArtworkSchema = z.strictObject({
  id: idSchema,
  locale: localeSchema,
  title: z.string(),
  description: z.string().optional(),
  artist: z.strictObject({
    name: z.string(),
    ageAtEntry: z.int().optional(),
    school: z.string().optional(),
    region: z.string().optional(),
  }),
  medium: z.string().optional(),
  year: z.int().optional(),
  image: pictureSchema,
  imageService: z.url().optional(),
  url: z.url(),
});

export type PublicArtwork = z.output<typeof publicArtworkSchema>;

/** An entry of the list of exhibitions. */
export const exhibitionCardSchema = feedCardSchema
  .omit({ startsAt: true, endsAt: true, occurrence: true, soldOut: true })
  .extend({
    opensOn: z.string().optional(),
    closesOn: z.string().optional(),
  });

export type ExhibitionCard = z.output<typeof exhibitionCardSchema>;

/** A published exhibition in one language, with its artworks in their order. */
export const publicExhibitionSchema = z.strictObject({
  id: idSchema,
  locale: localeSchema,
  slug: slugSchema,
  title: z.string(),
  summary: z.string().optional(),
  description: z.strictObject({ markdown: z.string(), html: z.string() }),
  category: categorySchema,
  campaign: slugSchema.optional(),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  openingHours: z.string().optional(),
  place: publicPlaceSchema.optional(),
  bookingUrl: z.url().optional(),
  price: z.string().optional(),
  contact: z.string().optional(),
  organisers: z.array(publicOrganiserSchema),
  rights: z.string(),
  cover: publicPictureSchema.extend({ artworkId: idSchema.optional() }).optional(),
  pictures: z.array(publicPictureSchema),
  files: z.array(publicFileSchema),
  artworks: z.array(publicArtworkSchema),
  artworkCount: z.int(),
  nextCursor: z.string().optional(),
  events: z.array(z.strictObject({ id: idSchema, locale: localeSchema, title: z.string(), url: z.url() })),
  views: z.int().optional(),
  publishedAt: instantSchema,
  url: z.url(),
  manifest: z.url(),
  alternates: z.array(alternateSchema),
});

export type PublicExhibition = z.output<typeof publicExhibitionSchema>;

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

/** What a search can find. */
export const searchKinds = [...eventKinds, 'exhibition', 'artwork', 'page'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** The fields of a result in which what was searched for is marked. */
export const highlightedFields = ['title', 'artist', 'summary', 'placeName'] as const;

/** Something that was found. */
export const searchResultSchema = feedCardSchema.extend({
  kind: z.enum(searchKinds),
  category: categorySchema.optional(),
  artist: z.string().optional(),
  exhibition: z.strictObject({ id: idSchema, title: z.string(), url: z.url() }).optional(),
  highlights: z.array(z.strictObject({ field: z.enum(highlightedFields), start: z.int(), end: z.int() })),
});

export type SearchResult = z.output<typeof searchResultSchema>;

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
