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

const list = {
  ...page,
  params: z.strictObject({ locale: z.string() }),
  query: z.looseObject({ cursor: z.string().optional() }),
} as const;

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
  getArtworkPage: {
    ...page,
    path: '/{locale}/exhibitions/{slug}/artworks/{artworkId}',
    params: pageOfOne.params.extend({ artworkId: z.string() }),
    summary: 'Get the page of an artwork',
  },
  /**
   * API Gateway has no paths that are variable in part: the sitemaps, `/sitemap-….xml`, are asked for by this route
   * too.
   */
  getListPage: {
    ...list,
    path: '/{locale}',
    summary: 'Get the front page of a language, or the list of a category, campaign or month',
    query: z.looseObject({
      category: z.string().optional(),
      campaign: z.string().optional(),
      month: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  getCalendarPage: {
    ...list,
    path: '/{locale}/calendar',
    summary: 'Get the page of what takes place in a month',
    query: z.looseObject({
      month: z.string().optional(),
      category: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  getSearchPage: {
    ...list,
    path: '/{locale}/search',
    summary: 'Get the page that searches',
    query: z.looseObject({
      q: z.string().optional(),
      kind: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  getEventsPage: {
    ...list,
    path: '/{locale}/events',
    summary: 'Get the page of the newest news and events, or of a month, or of what has a tag',
    query: z.looseObject({
      month: z.string().optional(),
      tag: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  getExhibitionsPage: {
    ...list,
    path: '/{locale}/exhibitions',
    summary: 'Get the page of the newest exhibitions',
  },
  /** After those whose second part is fixed: no page of editors is called so (`reservedSlugs`). */
  getEditorsPage: { ...pageOfOne, path: '/{locale}/{slug}', summary: 'Get a page that editors have written' },
  getFrontPage: {
    ...page,
    path: '/',
    summary: 'Redirect to the front page in the language of the reader',
    response: z.never(),
  },
  getSitemapIndex: { ...file, path: '/sitemap.xml', produces: xml, summary: 'Get the sitemap index' },
  /**
   * Where the sitemaps were in 0.1.0: a sitemap may name only what lies below its own folder, so they have moved to the
   * root.
   */
  getOldSitemap: {
    ...file,
    path: '/sitemaps/{file}',
    params: z.strictObject({ file: z.string() }),
    produces: xml,
    summary: 'The former address of a sitemap',
    response: z.never(),
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
