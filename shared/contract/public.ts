import * as z from 'zod';
import { instantSchema } from '../domain/event.ts';
import { idSchema } from '../domain/id.ts';
import { localeSchema } from '../domain/locale.ts';
import { pictureSchema } from '../domain/picture.ts';
import { siteSchema } from '../domain/site.ts';
import { slugSchema } from '../domain/slug.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';

const categorySchema = z.strictObject({ slug: slugSchema, label: z.string() });

/** An entry of a feed, in the language that `locale` says. */
export const feedCardSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['event', 'exhibition']),
  title: z.string(),
  locale: localeSchema,
  category: categorySchema,
  campaign: slugSchema.optional(),
  publishedAt: instantSchema,
  url: z.url(),
  summary: z.string().optional(),
  cover: pictureSchema.optional(),
});

export type FeedCard = z.output<typeof feedCardSchema>;

/** A published event in one language. */
export const publicEventSchema = z.strictObject({
  id: idSchema,
  locale: localeSchema,
  slug: slugSchema,
  title: z.string(),
  summary: z.string().optional(),
  /** The text as it was written, and as HTML that is safe to show. */
  body: z.strictObject({ markdown: z.string(), html: z.string() }),
  cover: pictureSchema.optional(),
  category: categorySchema,
  campaign: slugSchema.optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  venue: z.string().optional(),
  /** How often it was read before it came here, where that is known. */
  views: z.int().optional(),
  publishedAt: instantSchema,
  url: z.url(),
  /** The languages in which the event is published, this one included. */
  alternates: z.array(z.strictObject({ locale: localeSchema, slug: slugSchema, url: z.url() })),
});

export type PublicEvent = z.output<typeof publicEventSchema>;

/** What anybody may read, without a key. */
export const publicRoutes = {
  getSite: {
    method: 'GET',
    path: '/v1/site',
    access: 'public',
    summary: 'The site: its title, languages and categories',
    query: z.strictObject({}),
    status: 200,
    response: siteSchema,
  },
  getFeed: {
    method: 'GET',
    path: '/v1/feed',
    access: 'public',
    summary: 'What has been published, newest first',
    query: z.strictObject({
      locale: localeSchema.optional(),
      category: slugSchema.optional(),
      campaign: slugSchema.optional(),
      /** Leaves out what would be shown in another language. */
      translatedOnly: z.stringbool('is neither true nor false').default(false),
      ...pageQuery,
    }),
    status: 200,
    response: page(feedCardSchema),
  },
  getEvent: {
    method: 'GET',
    path: '/v1/events/{idOrSlug}',
    access: 'public',
    summary: 'One published event',
    params: z.strictObject({ idOrSlug: z.union([idSchema, slugSchema], 'is neither an id nor a slug') }),
    query: z.strictObject({ locale: localeSchema.optional() }),
    status: 200,
    response: publicEventSchema,
  },
  followOldRoot: {
    method: 'GET',
    path: '/',
    access: 'public',
    summary: 'The same for addresses of the earlier site that were nothing but a query',
    query: z.looseObject({}),
    status: 200,
    response: z.never(),
  },
  followOldAddress: {
    method: 'GET',
    path: '/{path+}',
    access: 'public',
    summary: 'The way from a path of the earlier site to where its content is now',
    params: z.strictObject({ path: z.string() }),
    query: z.looseObject({}),
    status: 200,
    response: z.never(),
  },
} as const satisfies Record<string, Route>;
