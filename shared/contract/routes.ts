import { openapiRoutes } from './openapi.ts';
import { publicRoutes } from './public.ts';
import type { Route } from './route.ts';
import { staffRoutes } from './staff.ts';
import { viewRoutes } from './views.ts';

/** The functions that answer HTTP, and the routes of each. */
export const routesByFunction = {
  'public-api': publicRoutes,
  'staff-api': staffRoutes,
  views: viewRoutes,
  openapi: openapiRoutes,
} as const satisfies Record<string, Record<string, Route>>;

export type ApiFunction = keyof typeof routesByFunction;
