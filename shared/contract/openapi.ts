import * as z from 'zod';
import type { Route } from './route.ts';

/** The description of the API itself. */
export const openapiRoutes = {
  getOpenapi: {
    method: 'GET',
    path: '/v1/openapi.json',
    access: 'public',
    summary: 'Get this document',
    query: z.strictObject({}),
    status: 200,
    response: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
  },
} as const satisfies Record<string, Route>;
