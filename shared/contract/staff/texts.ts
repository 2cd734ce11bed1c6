import * as z from 'zod';
import { translationSchema } from '../../model/events/event.ts';
import { fieldErrorSchema } from '../../model/json/field-error.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import type { Route } from '../route.ts';

/** Texts while they are written. */
export const textRoutes = {
  renderText: {
    method: 'POST',
    path: '/v1/staff/render',
    access: 'contributor',
    summary: 'Render a text',
    body: z.strictObject({ body: translationSchema.shape.body.unwrap(), locale: localeSchema }),
    status: 200,
    response: z.strictObject({ html: z.string(), warnings: z.array(fieldErrorSchema) }),
  },
} as const satisfies Record<string, Route>;
