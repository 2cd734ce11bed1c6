import * as z from 'zod';
import type { Route } from './route.ts';

const page = {
  method: 'GET',
  access: 'public',
  // Loose, since links get parameters that other sites have added, and an old address may have the same form.
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
  getEventPage: { ...pageOfOne, path: '/{locale}/events/{slug}', summary: 'Get the page of an event' },
  getExhibitionPage: {
    ...pageOfOne,
    path: '/{locale}/exhibitions/{slug}',
    summary: 'Get the page of an exhibition',
  },
  getListPage: {
    ...page,
    path: '/{locale}',
    summary: 'Get the page of the newest items',
    params: z.strictObject({ locale: z.string() }),
    query: z.looseObject({ category: z.string().optional(), cursor: z.string().optional() }),
  },
  getFrontPage: {
    ...page,
    path: '/',
    summary: 'Get the front page',
  },
  getSitemapIndex: { ...file, path: '/sitemap.xml', produces: xml, summary: 'Get the sitemap index' },
  getSitemap: {
    ...file,
    path: '/sitemaps/{file}',
    params: z.strictObject({ file: z.string() }),
    produces: xml,
    summary: 'Get a sitemap',
  },
  getRobots: {
    ...file,
    path: '/robots.txt',
    produces: 'text/plain; charset=utf-8',
    summary: 'Get robots.txt',
  },
  getLegacyPath: {
    method: 'GET',
    path: '/{path+}',
    access: 'public',
    summary: 'Redirect from an address of an earlier site',
    params: z.strictObject({ path: z.string() }),
    query: z.looseObject({}),
    status: 200,
    produces: page.produces,
    response: z.never(),
  },
} as const satisfies Record<string, Route>;
