import * as z from 'zod';
import { idSchema } from '../model/id.ts';
import { viewWeightSchema } from '../model/site/view-weight.ts';
import type { Route } from './route.ts';

const view = {
  method: 'POST',
  access: 'public',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ weight: viewWeightSchema.optional() }),
  status: 202,
  response: z.undefined(),
} as const;

/** What a page sends when a reader views it. */
export const viewRoutes = {
  countView: { ...view, path: '/v1/events/{id}/views', summary: 'Count a view of an event' },
  countExhibitionView: { ...view, path: '/v1/exhibitions/{id}/views', summary: 'Count a view of an exhibition' },
} as const satisfies Record<string, Route>;
