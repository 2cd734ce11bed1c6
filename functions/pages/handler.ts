import { Logger } from '@aws-lambda-powertools/logger';
import { pageRoutes } from '../../shared/contract/pages.ts';
import { serve } from '../../shared/http/serve.ts';
import { getArtworkPage } from './get-artwork-page.ts';
import { getCalendarPage } from './get-calendar-page.ts';
import { getEventsPage, getExhibitionsPage, getFrontPage, getListPage } from './get-list-page.ts';
import { getEditorsPage, getEventPage, getExhibitionPage } from './get-page.ts';
import { getSearchPage } from './get-search-page.ts';
import { getOldSitemap, getRobots, getSitemapIndex } from './get-sitemap.ts';
import { getLegacyPath } from './redirect-legacy-path.ts';
import { renderProblem } from './render-problem.ts';

/** Answers browsers and search engines with pages and sitemaps. It reads the showcase only. */
export const handler = serve(
  pageRoutes,
  {
    ...{
      getFrontPage,
      getListPage,
      getEventsPage,
      getExhibitionsPage,
      getEventPage,
      getExhibitionPage,
      getArtworkPage,
      getEditorsPage,
      getCalendarPage,
      getSearchPage,
    },
    ...{ getSitemapIndex, getOldSitemap, getRobots, getLegacyPath },
  },
  new Logger({ serviceName: 'pages' }),
  { show: renderProblem },
);
