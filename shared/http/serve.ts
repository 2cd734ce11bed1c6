import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Route, type RouteInput, type RouteOutput, routeKey } from '../contract/route.ts';
import { whileAnswering } from '../freshness/answer-facts.ts';
import { isFromEdge } from '../freshness/edge.ts';
import { requireInput } from '../model/json/parse-json.ts';
import { NotFoundError } from '../refusals/application-error.ts';
import type { Language } from '../refusals/language.ts';
import { parseInput } from '../refusals/parse-input.ts';
import { reason } from '../refusals/reason.ts';
import { authorize, callerOf, type RequireValidToken } from './authorize.ts';
import { lifetimeHeaders, tagHeaders } from './cache-control.ts';
import { compress } from './compress.ts';
import { etag } from './etag.ts';
import type { HttpEvent, HttpResult, RouteOf } from './http-middleware.ts';
import { isPublicRead } from './is-public-read.ts';
import { languageOfCaller } from './language-of-caller.ts';
import { negotiate } from './negotiate.ts';
import { parseIdempotencyKey, parseIfMatch, parseJsonBody, parseLines } from './parse.ts';
import { type PersonNames, withNames } from './person-names.ts';
import { problems, type RenderProblem } from './problems.ts';
import type { Staff } from './staff.ts';
import { viewerIp } from './viewer-ip.ts';

/** What a handler knows of the call beside its input. */
export interface Call {
  /** Who calls; on public routes nobody is known. */
  readonly staff: Staff;
  readonly now: Date;
  /** The query of the address, as it was sent: without its question mark. */
  readonly rawQuery: string;
  /** The address that the connection to the API came from: the caller's own, or that of the CDN. */
  readonly from: string;
  /** The address that the CDN was asked from (`viewer-ip.ts`). */
  readonly viewer: string | undefined;
  /** The language that the caller wants refusals in, of those that there are. */
  readonly language: Language;
  /** What the log knows the call by. */
  readonly requestId: string;
  /** The headers of the request, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A handler for each route of a table. */
export type Handlers<T extends Record<string, Route>> = {
  readonly [K in keyof T]: (input: RouteInput<T[K]>, call: Call) => Promise<RouteOutput<T[K]>>;
};

type Handler = (
  input: unknown,
  call: Call,
) => Promise<{ status?: Route['status']; body: unknown; headers?: Readonly<Record<string, string>> }>;

/** What some functions do beside the others. */
interface ServeOptions {
  /** Presents problems to people; JSON, where absent. */
  readonly show?: RenderProblem | undefined;
  /** Where the names of people are known, who stand in answers by their ids otherwise. */
  readonly names?: PersonNames | undefined;
  /** Refuses tokens that are good by themselves. */
  readonly requireValidToken?: RequireValidToken | undefined;
}

/** The act stands, whether or not the name of the person can be kept. */
const keepName = async (names: PersonNames, { id, name }: Staff, logger: Logger): Promise<void> => {
  if (name === undefined) return;
  await names.keep(id, name).catch((error: unknown) => logger.warn('The name of a person was not kept', { error }));
};

/**
 * The Lambda handler of a function that answers the given routes: it finds the route, parses every part of the input,
 * calls the route's handler, and answers its output, or the problem that it threw, for people as `show` says.
 *
 * Middlewares do the rest. What runs before the handler runs in their order; what runs after it in the reverse:
 * `negotiate` chooses the coding, `etag` tags the text in it, `compress` compresses what is sent.
 */
export const serve = <T extends Record<string, Route>>(
  routes: T,
  handlers: Handlers<T>,
  logger: Logger,
  { show, names, requireValidToken }: ServeOptions = {},
) => {
  const table = new Map(
    Object.entries(routes).flatMap(([name, route]) => {
      const entry = [route, handlers[name] as Handler] as const;
      const keys = [routeKey(route)];
      if (isPublicRead(route)) keys.push(`HEAD ${route.path}`);
      return keys.map((key) => [key, entry] as const);
    }),
  );
  const entryOf = ({ routeKey: key }: HttpEvent): readonly [Route, Handler] => {
    const entry = table.get(key);
    if (!entry) throw new NotFoundError(reason('routeNotFound', { route: key }));
    return entry;
  };
  const routeOf: RouteOf = (event) => entryOf(event)[0];
  return middy<HttpEvent, HttpResult, Error, Context>()
    .use([problems(logger, show), compress(), etag(routeOf), negotiate(routeOf), authorize(routeOf, requireValidToken)])
    .handler(async (event, { awsRequestId }) => {
      const [route, handler] = entryOf(event);
      const call = callOf(event, awsRequestId);
      if (isPublicRead(route)) {
        const asked = { now: call.now, isForEdge: isFromEdge(event.headers) };
        return whileAnswering(asked, async () => publicAnswer(route, await handler(inputOf(route, event), call)));
      }
      const output = await handler(inputOf(route, event), call);
      if (names && route.method !== 'GET') await keepName(names, call.staff, logger);
      return uncachedAnswer(route, output, names);
    });
};

const callOf = (event: HttpEvent, requestId: string): Call => ({
  requestId,
  staff: callerOf(event),
  now: new Date(),
  rawQuery: event.rawQueryString ?? '',
  from: event.requestContext.http.sourceIp,
  viewer: viewerIp(event.headers['x-forwarded-for'], event.requestContext.http.sourceIp),
  language: languageOfCaller(event.headers['accept-language']),
  headers: event.headers,
});

const inputOf = (route: Route, event: HttpEvent): unknown => ({
  params: route.params && parseInput(route.params, event.pathParameters ?? {}),
  query: route.query && parseInput(route.query, requireInput(givenQuery(route.query, event), 'query')),
  body: bodyOf(route, event),
  version: route.ifMatch && parseIfMatch(event.headers['if-match'], route.ifMatch === 'required'),
  idempotencyKey: route.takesIdempotencyKey && parseIdempotencyKey(event.headers['idempotency-key']),
});

/** The parameters of a query; of a route that ignores what it does not know, those that it knows. */
const givenQuery = ({ def, shape }: z.ZodObject, { queryStringParameters: given = {} }: HttpEvent) =>
  def.catchall ? given : Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(shape, name)));

const bodyOf = (route: Route, { body, isBase64Encoded, headers }: HttpEvent): unknown => {
  const contentType = headers['content-type'];
  if (route.acceptsJsonLines) return parseLines(body, isBase64Encoded, contentType);
  return route.body && parseInput(route.body, parseJsonBody(body, isBase64Encoded, contentType), 'body');
};

type Output = Awaited<ReturnType<Handler>>;

const schemaOf = ({ accepted, response, status: usual }: Route, status: Route['status']) =>
  accepted && status !== usual ? accepted : response;

/** An answer that anybody may keep for a while. */
const publicAnswer = (route: Route, { body, headers }: Output): HttpResult => ({
  statusCode: route.status,
  headers: {
    'content-type': route.produces ?? route.jsonContentType ?? 'application/json',
    // A file that never changes says so itself.
    ...(headers?.['cache-control'] === undefined ? lifetimeHeaders() : tagHeaders()),
    ...headers,
  },
  body: route.produces ? String(body) : JSON.stringify(body),
  ...(route.isBinary && { isBase64Encoded: true }),
});

const uncachedAnswer = async (
  route: Route,
  { status = route.status, body, headers }: Output,
  names: PersonNames | undefined,
): Promise<HttpResult> => ({
  statusCode: status,
  headers: {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    'cache-control': 'no-store',
    ...headers,
  },
  // What is stored may hold more than this release knows.
  ...(body !== undefined && { body: JSON.stringify(await withNames(schemaOf(route, status), body, names)) }),
});
