import * as z from 'zod';
import type { Route } from '../contract/route.ts';
import { staffArtworkSchema, staffExhibitionSchema } from '../contract/staff/exhibition-schemas.ts';
import { staffJobSchema } from '../contract/staff/jobs.ts';
import { staffEventSchema } from '../contract/staff/schemas.ts';
import { staffWebhookSchema, staffWebhookWithSecretSchema } from '../contract/staff/webhooks.ts';
import { siteSchema } from '../model/site/site.ts';
import { type OperationId, operationDescriptions } from './descriptions/operation-descriptions.ts';
import { bodyExample, responseExample } from './examples.ts';
import { jsonFeedSchema } from './json-feed-schema.ts';
import { parametersOf } from './parameters.ts';
import { isPage, type Refusal, refusals, refusalsOf } from './refusals.ts';
import { schemaOf } from './schemas.ts';
import { tagOf } from './tags.ts';

/** What has a version: staff are told it as the ETag. */
const versioned = new Set<z.ZodType>([
  ...[staffEventSchema, staffExhibitionSchema, staffArtworkSchema, siteSchema],
  ...[staffWebhookSchema, staffWebhookWithSecretSchema],
]);

const content = (types: readonly string[], schema: object, example: unknown) =>
  Object.fromEntries(types.map((type) => [type, { schema, ...(example !== undefined && { example }) }]));

const bodyOf = (name: string, { body, acceptsJsonLines: lines, method }: Route) => {
  const example = bodyExample(name);
  if (lines) {
    const schema = { type: 'string', description: 'A JSON object on each line (https://jsonlines.org).' };
    return { required: true, content: content(['application/jsonl', 'application/x-ndjson'], schema, example) };
  }
  if (!body) return undefined;
  const types = ['application/json', ...(method === 'PATCH' ? ['application/merge-patch+json'] : [])];
  // A body that may be empty may be missing too.
  const required = !body.safeParse({}).success;
  return { required, content: content(types, schemaOf(body, 'input'), example) };
};

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** True where the answer is a job: what the route does goes on after it. */
const isJob = ({ accepted, response }: Route, status: Route['status']): boolean =>
  status === 202 && (accepted ?? response) === staffJobSchema;

/** Routes that make something without saying where it is in a header: the address of a preview is its secret. */
const unlocated = new Set(['createPreview']);

const headersOf = (name: string, route: Route, status: Route['status']) => {
  if (route.access === 'public' && route.method === 'GET')
    return { ETag: header('ETag'), 'Cache-Control': header('Cache-Control') };
  // An earlier version is no version to make a change to.
  const isCurrent = route.method !== 'GET' || !route.params?.shape.version;
  return {
    ...(versioned.has(route.response) && isCurrent && { ETag: header('Version') }),
    ...(status === 201 && !unlocated.has(name) && { Location: header('Location') }),
    ...(isJob(route, status) && { Location: header('Job') }),
  };
};

/** What a success is called (RFC 9110, section 15.3). */
const successes: Readonly<Record<Route['status'], string>> = {
  200: 'OK.',
  201: 'Created.',
  202: 'Accepted: it is done soon after the answer.',
  204: 'Done; there is nothing to say.',
};

const answerOf = (name: string, route: Route, status: Route['status'] = route.status) => {
  const { produces, isBinary, jsonContentType: dialect = 'application/json', accepted } = route;
  const response = accepted && status !== route.status ? accepted : route.response;
  const description = isJob(route, status) ? 'Accepted: a job does it. Follow it at `Location`.' : successes[status];
  const headers = headersOf(name, route, status);
  const common = { description, ...(Object.keys(headers).length > 0 && { headers }) };
  if (response instanceof z.ZodUndefined || response instanceof z.ZodVoid) return common;
  if (produces) {
    const type = produces.replace(/\s*;\s*charset=.*$/i, '');
    // JSON as another specification has it is no text to who reads the document.
    const schema =
      type === 'application/feed+json' ? jsonFeedSchema : { type: 'string', ...(isBinary && { format: 'binary' }) };
    return { ...common, content: content([type], schema, undefined) };
  }
  return { ...common, content: content([dialect], schemaOf(response, 'output'), responseExample(name, response)) };
};

/** A refusal as a route answers it: a problem, or to people a page that says the same. */
const refusalOf = (route: Route, name: Refusal) => {
  const { content: given = {}, ...refusal }: { description: string; content?: Readonly<Record<string, object>> } =
    refusals[name];
  if (!isPage(route) || !('application/problem+json' in given)) return { $ref: `#/components/responses/${name}` };
  const { 'application/problem+json': _, ...others } = given;
  return { ...refusal, content: { ...content(['text/html'], { type: 'string' }, undefined), ...others } };
};

/** A route as an operation of the document. */
export const operationOf = (name: string, route: Route) => {
  const isOpen = route.access === 'public';
  const text = operationDescriptions[name as OperationId];
  const parameters = parametersOf(name, route);
  const requestBody = bodyOf(name, route);
  const refused = [...refusalsOf(route)].map(([status, refusal]) => [status, refusalOf(route, refusal)]);
  return {
    operationId: name,
    summary: route.summary,
    description: isOpen ? text : `${text} Needs the role \`${route.access}\`.`,
    tags: [tagOf(route)],
    security: isOpen ? [] : [{ staff: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      [route.status]: answerOf(name, route),
      ...(route.accepted && { 202: answerOf(name, route, 202) }),
      ...Object.fromEntries(refused),
    },
  };
};
