import { Logger } from '@aws-lambda-powertools/logger';
import { publicRoutes } from '../../shared/contract/public.ts';
import { serve } from '../../shared/http/serve.ts';
import { getPage, listPages } from './get-editors-page.ts';
import { getEvent } from './get-event.ts';
import { getArtwork, getExhibition, listArtworks } from './get-exhibition.ts';
import { getFeed } from './get-feed.ts';
import { getCollection, getImageService, getManifest } from './get-iiif.ts';
import { getSite } from './get-site.ts';
import { listCalendarItems } from './list-calendar-items.ts';
import { listExhibitions } from './list-exhibitions.ts';
import { searchItems } from './search-items.ts';

/** Answers the public API. It reads the showcase only. */
export const handler = serve(
  publicRoutes,
  {
    ...{ getSite, getFeed, listCalendarItems, searchItems, getEvent, listPages, getPage },
    ...{ listExhibitions, getExhibition, listArtworks, getArtwork, getManifest, getImageService, getCollection },
  },
  new Logger({ serviceName: 'public-api' }),
);
