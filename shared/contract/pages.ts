import * as z from 'zod';
import type { Route } from './route.ts';

const page = {
  method: 'GET',
  access: 'public',
  // Loose, since whoever follows a link gets there with whatever others have added to it, and an old address may look the same.
  query: z.looseObject({}),
  produces: 'text/html; charset=utf-8',
  status: 200,
  response: z.string(),
} as const;

const pageOfOne = { ...page, params: z.strictObject({ locale: z.string(), slug: z.string() }) } as const;

const file = { method: 'GET', access: 'public', query: z.looseObject({}), status: 200, response: z.string() } as const;

const xml = 'application/xml; charset=utf-8';

/** What people and search engines read: pages, and what leads to them. */
export const pageRoutes = {
  getEventPage: { ...pageOfOne, path: '/{locale}/events/{slug}', summary: 'The page of a published event' },
  getExhibitionPage: {
    ...pageOfOne,
    path: '/{locale}/exhibitions/{slug}',
    summary: 'The page of a published exhibition',
  },
  getListPage: {
    ...page,
    path: '/{locale}',
    summary: 'The newest events and exhibitions, or those of one category, with the way to older ones',
    params: z.strictObject({ locale: z.string() }),
    query: z.looseObject({ category: z.string().optional(), cursor: z.string().optional() }),
  },
  getFrontPage: {
    ...page,
    path: '/',
    summary:
      'The newest of the site in its default language; or the way from an address of the earlier site that was nothing but a query',
  },
  getSitemapIndex: { ...file, path: '/sitemap.xml', produces: xml, summary: 'The sitemaps of all pages' },
  getSitemap: {
    ...file,
    path: '/sitemaps/{file}',
    params: z.strictObject({ file: z.string() }),
    produces: xml,
    summary: 'The addresses of pages, in all their languages, with their images',
  },
  getRobots: {
    ...file,
    path: '/robots.txt',
    produces: 'text/plain; charset=utf-8',
    summary: 'What crawlers may read',
  },
  getLegacyPath: {
    method: 'GET',
    path: '/{path+}',
    access: 'public',
    summary: 'The way from a path of the earlier site to where its content is now',
    params: z.strictObject({ path: z.string() }),
    query: z.looseObject({}),
    status: 200,
    produces: page.produces,
    response: z.never(),
  },
} as const satisfies Record<string, Route>;
