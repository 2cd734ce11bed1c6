import * as z from 'zod';
import { idSchema } from '../model/id.ts';
import type { Route } from './route.ts';

/** What the page of an event sends when a reader views it. */
export const viewRoutes = {
  countView: {
    method: 'POST',
    path: '/v1/events/{id}/views',
    access: 'public',
    summary: 'Count a view of an event',
    params: z.strictObject({ id: idSchema }),
    status: 202,
    response: z.undefined(),
  },
} as const satisfies Record<string, Route>;
