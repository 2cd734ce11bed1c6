import * as z from 'zod';
import {
  maxRequestedEntries,
  personRequestSchema,
  requestActs,
  requestExtensionSchema,
  requestedEntrySchema,
  requestFactsSchema,
  requestOutcomeSchema,
  requestPersonSchema,
  requestStates,
} from '../../model/people/person-request.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { page, pageQuery } from '../list.ts';
import { personSchema } from '../person.ts';
import type { Route } from '../route.ts';
import { byId } from './schemas.ts';

const requested = z
  .array(requestedEntrySchema.omit({ entryNumber: true }))
  .max(maxRequestedEntries)
  .refine((all) => new Set(all.map(({ artworkId }) => artworkId)).size === all.length, issueCode('duplicates'));

/** What staff enter of a request. */
export const requestContentSchema = requestFactsSchema
  .extend(requestPersonSchema.shape)
  .extend({ entries: requested.default([]) });

/** What of it is changed. */
export const requestPatchSchema = z.strictObject({
  ...requestFactsSchema.partial().shape,
  name: requestPersonSchema.shape.name.unwrap().nullable().optional(),
  note: requestPersonSchema.shape.note.unwrap().nullable().optional(),
  entries: requested.optional(),
});

const doneBy = { createdBy: personSchema };

/** A request as editors see it. */
export const staffPersonRequestSchema = personRequestSchema.extend({
  ...requestPersonSchema.shape,
  entries: z.array(requestedEntrySchema.extend({ exhibitionTitle: z.string() })),
  hiddenEntries: z.int(),
  acts: z.array(personRequestSchema.shape.acts.element.extend(doneBy)),
  outcome: personRequestSchema.shape.outcome.unwrap().extend(doneBy).optional(),
  personUntil: instantSchema.optional(),
  createdBy: personSchema,
  updatedBy: personSchema,
});

const changed = { status: 200, response: staffPersonRequestSchema } as const;

/** What people ask for, and by which day they must be answered. Whom a request is about stands in bodies alone. */
export const personRequestRoutes = {
  listPersonRequests: {
    method: 'GET',
    path: '/v1/staff/person-requests',
    access: 'editor',
    summary: 'List requests of people',
    query: z.strictObject({ state: z.enum(requestStates).default('open'), ...pageQuery }),
    status: 200,
    response: page(staffPersonRequestSchema),
  },
  createPersonRequest: {
    method: 'POST',
    path: '/v1/staff/person-requests',
    access: 'editor',
    summary: 'Enter a request of a person',
    body: requestContentSchema,
    takesIdempotencyKey: true,
    status: 201,
    response: staffPersonRequestSchema,
  },
  getPersonRequest: {
    method: 'GET',
    path: '/v1/staff/person-requests/{id}',
    access: 'editor',
    summary: 'Get a request of a person',
    params: byId,
    ...changed,
  },
  updatePersonRequest: {
    method: 'PATCH',
    path: '/v1/staff/person-requests/{id}',
    access: 'editor',
    summary: 'Change a request of a person',
    params: byId,
    body: requestPatchSchema,
    ifMatch: 'required',
    ...changed,
  },
  extendPersonRequest: {
    method: 'POST',
    path: '/v1/staff/person-requests/{id}/extension',
    access: 'editor',
    summary: 'Extend a request of a person',
    params: byId,
    body: requestExtensionSchema,
    ifMatch: 'required',
    ...changed,
  },
  createRequestAct: {
    method: 'POST',
    path: '/v1/staff/person-requests/{id}/acts',
    access: 'editor',
    summary: 'Record what was done for a request',
    params: byId,
    body: z.strictObject({ act: z.enum(requestActs) }),
    ...changed,
  },
  closePersonRequest: {
    method: 'POST',
    path: '/v1/staff/person-requests/{id}/closing',
    access: 'editor',
    summary: 'Close a request of a person',
    params: byId,
    body: requestOutcomeSchema,
    ifMatch: 'required',
    ...changed,
  },
} as const satisfies Record<string, Route>;
