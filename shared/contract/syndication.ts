import * as z from 'zod';
import { wantedLocaleSchema } from '../model/languages/locale.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { byIdOrSlug, looseFeedQuery } from './public.ts';
import type { Route } from './route.ts';

/**
 * A page of a feed for feed readers: with whole texts, unless a summary is enough. A page has fewer items than `limit`
 * where these take more than 2 MB.
 */
export const syndicatedQuery = looseFeedQuery.extend({ content: z.enum(['summary']).optional() });

const text = { method: 'GET', access: 'public', query: looseFeedQuery, status: 200, response: z.string() } as const;

/** The feed in the formats of other programs. */
export const syndicationRoutes = {
  getRss: {
    ...text,
    query: syndicatedQuery,
    path: '/v1/feed.rss',
    summary: 'Get the feed as RSS',
    produces: 'application/rss+xml; charset=utf-8',
  },
  getAtom: {
    ...text,
    query: syndicatedQuery,
    path: '/v1/feed.atom',
    summary: 'Get the feed as Atom',
    produces: 'application/atom+xml; charset=utf-8',
  },
  getJsonFeed: {
    ...text,
    query: syndicatedQuery,
    path: '/v1/feed.json',
    summary: 'Get the feed as JSON Feed',
    produces: 'application/feed+json; charset=utf-8',
  },
  /** The address of the JSON Feed in 0.1.0, which feed readers have subscribed to: it leads to the present one. */
  getOldJsonFeed: {
    ...text,
    path: '/v1/feed.jsonfeed',
    summary: 'The former address of the JSON Feed',
    query: z.looseObject({}),
    response: z.never(),
  },
  getCalendar: {
    ...text,
    path: '/v1/feed.ics',
    // No client of calendars asks for a next page: all that there is, up to a number that an answer holds.
    query: looseFeedQuery.extend({
      limit: z
        .string()
        .regex(/^([1-9]\d{0,2}|1000)$/, issueCode('outOfRange', { min: 1, max: 1_000 }))
        .transform(Number)
        .default(1_000),
    }),
    summary: 'Get the feed as a calendar',
    produces: 'text/calendar; charset=utf-8',
  },
  getEventCalendar: {
    method: 'GET',
    access: 'public',
    path: '/v1/events/{idOrSlug}/calendar.ics',
    params: byIdOrSlug,
    query: z.object({ locale: wantedLocaleSchema.optional() }),
    summary: 'Get an event as a calendar file',
    status: 200,
    response: z.string(),
    produces: 'text/calendar; charset=utf-8',
  },
} as const satisfies Record<string, Route>;
