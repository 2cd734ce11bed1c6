import * as z from 'zod';
import { groups } from '../../model/staff/role.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { lineOfText } from '../../model/text/text.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { languages } from '../../refusals/language.ts';
import type { Route } from '../route.ts';

/** Where an account stands: `invited` until the person has signed in for the first time. */
const accountStatuses = ['invited', 'active', 'disabled'] as const;

/** An account as admins see it. */
export const accountSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string().optional(),
  groups: z.array(z.enum(groups)),
  language: z.enum(languages).optional(),
  status: z.enum(accountStatuses),
  createdAt: z.iso.datetime(),
});

const groupsSchema = z
  .array(z.enum(groups))
  .min(1)
  .max(groups.length)
  .refine((given) => new Set(given).size === given.length, issueCode('duplicates'));

const byPerson = z.strictObject({ personId: staffIdSchema });

/** The accounts of the staff, for admins. They have a function of their own, which alone may change the user pool. */
export const accountRoutes = {
  listAccounts: {
    method: 'GET',
    path: '/v1/staff/accounts',
    access: 'admin',
    summary: 'List accounts',
    status: 200,
    response: z.strictObject({ items: z.array(accountSchema) }),
  },
  createAccount: {
    method: 'POST',
    path: '/v1/staff/accounts',
    access: 'admin',
    summary: 'Invite a member of the staff',
    body: z.strictObject({
      email: z.email(issueCode('invalidEmail')).max(200),
      name: lineOfText(100).refine((name) => name.length > 0, issueCode('empty')),
      groups: groupsSchema,
      language: z.enum(languages),
    }),
    status: 201,
    response: accountSchema,
  },
  resendInvitation: {
    method: 'POST',
    path: '/v1/staff/accounts/{personId}/invite',
    access: 'admin',
    summary: 'Invite somebody again',
    params: byPerson,
    status: 200,
    response: accountSchema,
  },
  updateAccountGroups: {
    method: 'PUT',
    path: '/v1/staff/accounts/{personId}/groups',
    access: 'admin',
    summary: 'Change the role of a person',
    params: byPerson,
    body: z.strictObject({ groups: groupsSchema }),
    status: 200,
    response: accountSchema,
  },
  disableAccount: {
    method: 'POST',
    path: '/v1/staff/accounts/{personId}/disable',
    access: 'admin',
    summary: 'Disable an account',
    params: byPerson,
    status: 200,
    response: accountSchema,
  },
  enableAccount: {
    method: 'POST',
    path: '/v1/staff/accounts/{personId}/enable',
    access: 'admin',
    summary: 'Enable an account',
    params: byPerson,
    status: 200,
    response: accountSchema,
  },
  resetSecondFactor: {
    method: 'POST',
    path: '/v1/staff/accounts/{personId}/second-factor/reset',
    access: 'admin',
    summary: 'Reset the second factor of an account',
    params: byPerson,
    status: 200,
    response: accountSchema,
  },
} as const satisfies Record<string, Route>;
