import { Logger } from '@aws-lambda-powertools/logger';
import { publicRoutes } from '../../shared/contract/public.ts';
import { serve } from '../../shared/http/serve.ts';
import { followOldAddress, followOldRoot } from './follow-old-address.ts';
import { getEvent } from './get-event.ts';
import { getFeed } from './get-feed.ts';
import { getSite } from './get-site.ts';

/** Answers what anybody may read. It knows the showcase only. */
export const handler = serve(
  publicRoutes,
  { getSite, getFeed, getEvent, followOldAddress, followOldRoot },
  new Logger({ serviceName: 'public-api' }),
);
