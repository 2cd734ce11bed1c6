import { Logger } from '@aws-lambda-powertools/logger';
import { publicRoutes } from '../../shared/contract/public.ts';
import { serve } from '../../shared/http/serve.ts';
import { getEvent } from './get-event.ts';
import { getArtwork, getArtworks, getExhibition } from './get-exhibition.ts';
import { getExhibitions } from './get-exhibitions.ts';
import { getFeed } from './get-feed.ts';
import { getCollection, getManifest } from './get-iiif.ts';
import { getSearch } from './get-search.ts';
import { getSite } from './get-site.ts';

/** Answers what anybody may read. It knows the showcase only. */
export const handler = serve(
  publicRoutes,
  {
    ...{ getSite, getFeed, getSearch, getEvent },
    ...{ getExhibitions, getExhibition, getArtworks, getArtwork, getManifest, getCollection },
  },
  new Logger({ serviceName: 'public-api' }),
);
