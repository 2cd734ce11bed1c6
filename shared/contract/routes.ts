import { assetRoutes } from './assets.ts';
import { openapiRoutes } from './openapi.ts';
import { pageRoutes } from './pages.ts';
import { publicRoutes } from './public.ts';
import type { Route } from './route.ts';
import { accountRoutes } from './staff/accounts.ts';
import { jurorRoutes } from './staff/jurors.ts';
import { staffRoutes } from './staff/routes.ts';
import { syndicationRoutes } from './syndication.ts';
import { viewRoutes } from './views.ts';

/** The functions that answer HTTP, and the routes of each. */
export const routesByFunction = {
  'public-api': publicRoutes,
  syndication: syndicationRoutes,
  pages: pageRoutes,
  assets: assetRoutes,
  views: viewRoutes,
  openapi: openapiRoutes,
  'staff-api': staffRoutes,
  accounts: accountRoutes,
  jurors: jurorRoutes,
} as const satisfies Record<string, Record<string, Route>>;

export type ApiFunction = keyof typeof routesByFunction;
