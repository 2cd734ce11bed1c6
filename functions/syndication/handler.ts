import { Logger } from '@aws-lambda-powertools/logger';
import { syndicationRoutes } from '../../shared/contract/syndication.ts';
import { serve } from '../../shared/http/serve.ts';
import { getCalendar } from './get-calendar.ts';
import { getEventCalendar } from './get-event-calendar.ts';
import { getAtom, getJsonFeed, getRss } from './get-feed-in-format.ts';
import { getOldJsonFeed } from './get-old-json-feed.ts';

/** Answers the feed in the formats of other programs. It reads the showcase only. */
export const handler = serve(
  syndicationRoutes,
  { getRss, getAtom, getJsonFeed, getOldJsonFeed, getCalendar, getEventCalendar },
  new Logger({ serviceName: 'syndication' }),
);
