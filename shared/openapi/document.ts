import * as z from 'zod';
import type { Route } from '../contract/route.ts';
import { routesByFunction } from '../contract/routes.ts';
import { publicCacheControl } from '../http/cache-control.ts';
import { operationOf } from './operation.ts';
import { refusals } from './refusals.ts';
import { componentsFor } from './schemas.ts';
import { tagsOf } from './tags.ts';
import { webhookMessages } from './webhook-messages.ts';

const description = `What a public institution publishes, and what its staff do to publish it.

Anybody may read, from any origin and without a key: each \`GET\` that is open answers an \`ETag\`, \`304\` to who has it already, and
\`HEAD\`. Staff send a token of the staff's user pool. Unknown parameters and fields are refused; each refusal is a problem after
RFC 9457 that says what to mend. What may be sent again after a lost answer takes an \`Idempotency-Key\`.
Times are ISO 8601 in UTC, ids are ULIDs, cursors are opaque.`;

const headers = {
  ETag: {
    description: 'Names this answer: send it as `If-None-Match` to hear whether it has changed.',
    schema: { type: 'string' },
    example: '"2f1m4Yw8Tt0pXq7vJdC3sRkLb9e"',
  },
  Version: {
    description: 'The version: send it as `If-Match` with a change.',
    schema: { type: 'string' },
    example: '"7"',
  },
  'Cache-Control': {
    description: 'How long browsers and caches may keep it.',
    schema: { type: 'string' },
    example: publicCacheControl,
  },
  Job: { description: 'Where the job can be followed: `/v1/staff/jobs/{id}`.', schema: { type: 'string' } },
  Location: { description: 'Where what was made can be read.', schema: { type: 'string' } },
};

/** The routes that answer something: the ways from addresses of an earlier site only lead elsewhere. */
const answering = (): [string, Route][] =>
  Object.values(routesByFunction)
    .flatMap((table) => Object.entries<Route>(table))
    .filter(([, { response }]) => !(response instanceof z.ZodNever));

/** What the document refers to, of what it could. */
const used = <T>(all: Readonly<Record<string, T>>, place: string, part: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => part.includes(`"#/components/${place}/${name}"`)));

/**
 * The OpenAPI 3.1 document of every route in the contract (https://spec.openapis.org/oas/v3.1.1.html). `publicUrl` is
 * where the public comes in, without a slash at the end.
 */
export const openapiDocument = (publicUrl: string) => {
  const routes = answering();
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const [name, route] of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  const tags = Object.values(paths).flatMap((path) => Object.values(path).flatMap((one) => one.tags));
  const webhooks = webhookMessages();
  const responses = used(refusals, 'responses', JSON.stringify(paths));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sergi',
      version: '1.0.0',
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: tagsOf(tags),
    paths,
    webhooks,
    components: {
      schemas: componentsFor([paths, webhooks, responses]),
      responses,
      headers: used(headers, 'headers', JSON.stringify(paths)),
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            "A token of the staff's user pool. The groups in it say the role: contributor, editor or admin, and beside or instead of it juror.",
        },
      },
    },
  };
};

export type OpenapiDocument = ReturnType<typeof openapiDocument>;
