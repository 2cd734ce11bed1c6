import * as z from 'zod';
import { mailKinds } from '../../model/staff/mail.ts';
import { groups, roles } from '../../model/staff/role.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { languages } from '../../refusals/language.ts';
import { page, pageQuery } from '../list.ts';
import type { Route } from '../route.ts';

/** What a member of the staff is told by mail, and what of it is switched off. */
export const myMailSchema = z.strictObject({
  from: z.string().optional(),
  kinds: z.array(z.enum(mailKinds)),
  off: z.array(z.enum(mailKinds)),
  language: z.enum(languages).optional(),
});

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
      getsMail: z.boolean(),
    }),
  },
  getMyMail: {
    method: 'GET',
    path: '/v1/staff/me/mail',
    access: 'contributor',
    summary: 'Get which mail I get',
    status: 200,
    response: myMailSchema,
  },
  updateMyMail: {
    method: 'PUT',
    path: '/v1/staff/me/mail',
    access: 'contributor',
    summary: 'Choose which mail I get',
    body: z.strictObject({
      language: z.enum(languages).optional(),
      off: z
        .array(z.enum(mailKinds))
        .max(mailKinds.length)
        .refine((given) => new Set(given).size === given.length, issueCode('duplicates')),
    }),
    status: 200,
    response: myMailSchema,
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
