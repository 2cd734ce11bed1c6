import type { Route } from '../contract/route.ts';
import { problemDocument } from '../http/problem-document.ts';
import { ApplicationError, type RefusalExtras } from '../refusals/application-error.ts';
import type { Reason } from '../refusals/codes.ts';
import { type FieldError, fieldError } from '../refusals/field-error.ts';
import type { RefusalKind } from '../refusals/kinds.ts';
import { reason } from '../refusals/reason.ts';

const problem = { $ref: '#/components/schemas/Problem' };

/** What API Gateway says by itself, before a function is asked. */
const gatewayMessage = {
  type: 'object',
  properties: { message: { type: 'string', description: 'What API Gateway says of the refusal.' } },
  required: ['message'],
};

/** A refusal with its reason as an example. */
const byFunction = (
  kind: RefusalKind,
  why: Reason | readonly FieldError[],
  extras?: RefusalExtras,
  requestId?: string,
) => ({
  'application/problem+json': {
    schema: problem,
    example: problemDocument(new ApplicationError(kind, why, extras), 'en', requestId),
  },
});

const byGateway = (message: string) => ({ 'application/json': { schema: gatewayMessage, example: { message } } });

const requestId = '0b0f5c1e-5a0e-4c8f-9d1b-7f4f1f2a3b4c';
const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 2 },
};

/** Every way in which a route may refuse, as a response of its own in the document. */
export const refusals = {
  Moved: {
    description: 'It has another address now: that of `Location`.',
    headers: { Location: { description: 'Where it is.', schema: { type: 'string', format: 'uri' } } },
    content: byFunction(
      'moved',
      reason('movedTo', { location: 'https://sergi.example/v1/events/resm-sergisi?locale=az' }),
    ),
  },
  IsFile: {
    description: 'It is more than an answer holds, and lies as a file at `Location`.',
    headers: { Location: { description: 'Where it is.', schema: { type: 'string', format: 'uri' } } },
    content: byFunction(
      'is-file',
      reason('isFileAt', { location: 'https://sergi.example/media/q1w2e3r4t5y6u7i8o9p0as/manifest.json' }),
    ),
  },
  NotModified: { description: 'What `If-None-Match` names is still current.' },
  InvalidInput: {
    description: 'Something of the input is not valid: `errors` names each field and its fault.',
    content: byFunction('invalid-input', [fieldError('limit', 'outOfRange', { min: 1, max: 100 })]),
  },
  Unauthorized: {
    description:
      'There is no token, or it is not valid any more: API Gateway says so by itself. Or it is valid, but no access token.',
    headers: {
      'WWW-Authenticate': { description: '`Bearer`, and what is wrong with the token.', schema: { type: 'string' } },
    },
    content: {
      ...byGateway('Unauthorized'),
      ...byFunction('unauthorized', reason('accessTokenRequired')),
    },
  },
  Forbidden: {
    description: 'The role of the caller does not allow it.',
    content: byFunction('forbidden', reason('roleRequired', { required: 'editor', held: 'contributor' })),
  },
  NotFound: {
    description: 'There is no such thing; of a language, category or campaign, `errors` names those that there are.',
    content: byFunction('not-found', reason('eventNotFound', { id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB' })),
  },
  Conflict: {
    description: 'The present state does not allow it.',
    content: byFunction('conflict', reason('eventPublished', { id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB' })),
  },
  Gone: {
    description: 'It was public, and was withdrawn.',
    content: byFunction('gone', reason('eventGone', { id: 'resm-sergisi' })),
  },
  StaleVersion: {
    description: 'Somebody else has changed it: `currentVersion` is current now.',
    content: byFunction('stale-version', reason('versionConflict', { version: 8, updatedBy: 'leyla' }), {
      currentVersion: 8,
      updatedBy: 'leyla',
    }),
  },
  BodyTooLarge: {
    description: 'The body is larger than is read.',
    content: {
      ...byFunction('body-too-large', reason('bodyTooLarge', { bytes: 2_097_152, max: 1_048_576 })),
      ...byGateway('Request Entity Too Large'),
    },
  },
  UnsupportedMediaType: {
    description: 'The body is of another type.',
    content: byFunction(
      'unsupported-media-type',
      reason('unsupportedContentType', { found: 'text/html', expected: 'application/json' }),
    ),
  },
  IdempotencyKeyReused: {
    description: '`Idempotency-Key` came with another request before, which has made `createdId`.',
    content: byFunction(
      'idempotency-key-reused',
      reason('idempotencyKeyReused', { id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB' }),
      { createdId: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB' },
    ),
  },
  VersionRequired: {
    description: '`If-Match` is missing.',
    content: byFunction('version-required', reason('versionRequired'), {
      errors: [fieldError('If-Match', 'required')],
    }),
  },
  TooManyRequests: {
    description: 'Too many requests at a time. API Gateway says so by itself.',
    content: byGateway('Too Many Requests'),
  },
  QuotaUsedUp: {
    description:
      'One person may do this so often in an hour or a day only: try again after `Retry-After` seconds. Or there are too many requests at a time, which API Gateway says by itself.',
    headers: {
      'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 1200 },
    },
    content: {
      ...byFunction('too-many-requests', reason('previewQuotaUsedUp', { max: 20, until: '2022-11-18T09:00:00.000Z' })),
      ...byGateway('Too Many Requests'),
    },
  },
  InternalError: {
    description: 'Something went wrong on our side; the log knows the request by `requestId`.',
    content: {
      ...byFunction('internal', reason('internalError', { requestId }), {}, requestId),
      ...byGateway('Internal Server Error'),
    },
  },
  Unavailable: {
    description: 'The store is busy: try again after `Retry-After` seconds.',
    headers: retryAfter,
    content: {
      ...byFunction('unavailable', reason('storeBusy'), {}, requestId),
      ...byGateway('Service Unavailable'),
    },
  },
} as const;

export type Refusal = keyof typeof refusals;

/** True where something may be sent to a route that its schemas refuse. */
const hasFaults = ({ params, query, body, acceptsJsonLines: lines, ifMatch }: Route): boolean => {
  const anything = Object.fromEntries(
    [...Object.keys(params?.shape ?? {}), ...Object.keys(query?.shape ?? {}), 'x'].map((name) => [name, '?']),
  );
  const { x: _, ...known } = anything;
  const takesAll = (params?.safeParse(known).success ?? true) && (query?.safeParse(anything).success ?? true);
  return Boolean(body || lines || ifMatch) || !takesAll;
};

/** True where a route answers people, who read a page and no problem document. */
export const isPage = ({ produces }: Route): boolean => produces?.startsWith('text/html') ?? false;

/**
 * True for what staff may read in some states of an exhibition only: the works of a jury while they are rated, and what
 * names entries while it is not blind.
 */
const dependsOnState = ({ path }: Route): boolean =>
  /^\/v1\/staff\/juries\/\{id\}|\/exhibitions\/\{id\}\/(duplicates|mentions|ratings)$/.test(path);

/** The statuses with which a route may refuse, and how. */
export const refusalsOf = (route: Route): ReadonlyMap<number, Refusal> => {
  const { params, query, body, acceptsJsonLines: lines, ifMatch, access, method, path } = route;
  const isOpen = access === 'public';
  const isPublicRead = isOpen && method === 'GET';
  const named = ['locale', 'category', 'campaign'].some((name) => query?.shape[name]);
  const byName = isPublicRead && (params?.shape.idOrSlug !== undefined || isPage(route));
  const all: [number, Refusal, boolean][] = [
    [301, 'Moved', byName],
    [304, 'NotModified', isPublicRead],
    [307, 'IsFile', path.endsWith('/manifest')],
    [400, 'InvalidInput', hasFaults(route)],
    [401, 'Unauthorized', !isOpen],
    [403, 'Forbidden', !isOpen],
    [404, 'NotFound', Boolean(params && !(isOpen && method === 'POST')) || named || path.endsWith('.xml')],
    [409, 'Conflict', !isOpen && (method !== 'GET' || dependsOnState(route))],
    [410, 'Gone', byName],
    [412, 'StaleVersion', Boolean(ifMatch)],
    [413, 'BodyTooLarge', method !== 'GET'],
    [415, 'UnsupportedMediaType', Boolean(body || lines)],
    [422, 'IdempotencyKeyReused', Boolean(route.takesIdempotencyKey)],
    [428, 'VersionRequired', ifMatch === 'required'],
    [429, route.hasQuota ? 'QuotaUsedUp' : 'TooManyRequests', true],
    [500, 'InternalError', true],
    [503, 'Unavailable', true],
  ];
  return new Map(all.filter(([, , applies]) => applies).map(([status, name]) => [status, name]));
};
