import * as z from 'zod';
import { groups, roles } from '../model/role.ts';
import { staffIdSchema } from '../model/staff-id.ts';
import { page, pageQuery } from './list.ts';
import type { Route } from './route.ts';

/** Who the caller is, and what the names of people are. */
export const peopleRoutes = {
  getMe: {
    method: 'GET',
    path: '/v1/staff/me',
    access: 'juror',
    summary: 'Get who I am',
    status: 200,
    response: z.strictObject({
      id: z.string(),
      name: z.string().optional(),
      role: z.enum(roles).optional(),
      groups: z.array(z.enum(groups)),
    }),
  },
  listPeople: {
    method: 'GET',
    path: '/v1/staff/people',
    access: 'contributor',
    summary: 'List people of the staff',
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(z.strictObject({ id: z.string(), name: z.string() })),
  },
  deletePersonName: {
    method: 'DELETE',
    path: '/v1/staff/people/{personId}/name',
    access: 'admin',
    summary: 'Erase the name of a person',
    params: z.strictObject({ personId: staffIdSchema }),
    status: 200,
    response: z.strictObject({ id: z.string(), erased: z.literal(true) }),
  },
} as const satisfies Record<string, Route>;
