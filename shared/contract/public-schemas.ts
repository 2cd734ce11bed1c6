import * as z from 'zod';
import { eventKinds, occurrences } from '../model/events/event-kind.ts';
import { focalPointSchema } from '../model/events/event-picture.ts';
import { noticeLevels } from '../model/events/notice.ts';
import { organiserRoles } from '../model/events/organiser.ts';
import { publicFileSchema } from '../model/files/document.ts';
import { pictureSchema } from '../model/files/picture.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/languages/locale.ts';
import { siteSchema } from '../model/site/site.ts';
import { slugSchema } from '../model/text/slug.ts';
import { instantSchema } from '../model/time/instant.ts';

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
export const publicSiteSchema = siteSchema
  .omit({ fourEyes: true, requestDays: true, confirmedMentions: true })
  .extend({ notices: z.array(publicNoticeSchema) });

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
