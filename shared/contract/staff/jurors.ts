import * as z from 'zod';
import type { Route } from '../route.ts';

/**
 * Who can be put on a jury, for editors. They have a function of their own, which may read one list of the user pool.
 */
export const jurorRoutes = {
  listKnownJurors: {
    method: 'GET',
    path: '/v1/staff/jurors',
    access: 'editor',
    summary: 'List who has the role of a juror',
    status: 200,
    response: z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  },
} as const satisfies Record<string, Route>;
