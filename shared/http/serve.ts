import { hash } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type Route, type RouteInput, type RouteOutput, routeKey } from '../contract/route.ts';
import { knownFields } from '../model/known-fields.ts';
import { isAccessAllowed, jurorRole } from '../model/role.ts';
import { ForbiddenError, NotFoundError } from '../refusals/application-error.ts';
import { type Language, languageFor } from '../refusals/language.ts';
import { reason } from '../refusals/reason.ts';
import { publicCacheControl } from './cache-control.ts';
import { codingFor, encoded } from './compress.ts';
import { requireInput } from './json.ts';
import { parse, parseIfMatch, parseJsonBody, parseLines } from './parse.ts';
import { problemMiddleware, type RenderProblem } from './problems.ts';
import { requireAccessToken, type Staff, staffOf } from './staff.ts';
import { viewerIp } from './viewer-ip.ts';
import { wantedLanguages } from './wanted-languages.ts';

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
  /** The headers of the request, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A handler for each route of a table. */
export type Handlers<T extends Record<string, Route>> = {
  readonly [K in keyof T]: (input: RouteInput<T[K]>, call: Call) => Promise<RouteOutput<T[K]>>;
};

type Handler = (input: unknown, call: Call) => Promise<{ body: unknown; headers?: Readonly<Record<string, string>> }>;

/**
 * The Lambda handler of a function that answers the given routes: it finds the route, checks the role, parses every part
 * of the input, calls the route's handler, and answers its output, or the problem that it threw, for people as `show` says.
 */
export const serve = <T extends Record<string, Route>>(
  routes: T,
  handlers: Handlers<T>,
  logger: Logger,
  show?: RenderProblem,
) => {
  const table = new Map(
    Object.entries(routes).flatMap(([name, route]) => {
      const entry = [route, handlers[name] as Handler] as const;
      const keys = [routeKey(route)];
      if (route.access === 'public' && route.method === 'GET') keys.push(`HEAD ${route.path}`);
      return keys.map((key) => [key, entry] as const);
    }),
  );
  return middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Error, Context>()
    .use(problemMiddleware(logger, show))
    .handler(async (event) => {
      const entry = table.get(event.routeKey);
      if (!entry) throw new NotFoundError(reason('routeNotFound', { route: event.routeKey }));
      const [route, handler] = entry;
      const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
      if (route.access !== 'public') requireAccessToken(claims);
      const call: Call = {
        staff: staffOf(claims),
        now: new Date(),
        rawQuery: event.rawQueryString ?? '',
        from: event.requestContext.http.sourceIp,
        viewer: viewerIp(event.headers['x-forwarded-for'], event.requestContext.http.sourceIp),
        language: languageFor(wantedLanguages(event.headers['accept-language'])),
        headers: event.headers,
      };
      checkRole(route, call.staff);
      const output = await handler(inputOf(route, event), call);
      const isRead = route.access === 'public' && route.method === 'GET';
      return isRead ? publicAnswer(route, event, output) : uncachedAnswer(route, output);
    });
};

const checkRole = (route: Route, { role, isJuror }: Staff): void => {
  if (route.access === 'public' || isAccessAllowed(route.access, role, isJuror)) return;
  const held = role ?? (isJuror ? jurorRole : 'none');
  throw new ForbiddenError(reason('roleRequired', { required: route.access, held }));
};

const inputOf = (route: Route, event: APIGatewayProxyEventV2WithJWTAuthorizer): unknown => ({
  params: route.params && parse(route.params, event.pathParameters ?? {}),
  query: route.query && parse(route.query, requireInput(event.queryStringParameters ?? {}, 'query')),
  body: bodyOf(route, event),
  version: route.ifMatch && parseIfMatch(event.headers['if-match'], route.ifMatch === 'required'),
});

const bodyOf = (route: Route, { body, isBase64Encoded, headers }: APIGatewayProxyEventV2WithJWTAuthorizer): unknown => {
  const contentType = headers['content-type'];
  if (route.acceptsJsonLines) return parseLines(body, isBase64Encoded, contentType);
  return route.body && parse(route.body, parseJsonBody(body, isBase64Encoded, contentType), 'body');
};

type Output = Awaited<ReturnType<Handler>>;

const uncachedAnswer = (route: Route, { body, headers }: Output): APIGatewayProxyStructuredResultV2 => ({
  statusCode: route.status,
  headers: {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    'cache-control': 'no-store',
    ...headers,
  },
  // What is stored may hold more than this release knows.
  ...(body !== undefined && { body: JSON.stringify(knownFields(route.response, body)) }),
});

/**
 * An answer that anybody may keep for a while, compressed where that is accepted: with an ETag that is strong, since every coding has its
 * own, and 304 for who has it already (RFC 9110, sections 8.8.3 and 13.1.2). The CDN would leave out half of our media types when it
 * compresses, and weaken the tags of the others.
 */
const publicAnswer = (
  route: Route,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  output: Output,
): APIGatewayProxyStructuredResultV2 => {
  const body = route.produces ? String(output.body) : JSON.stringify(output.body);
  const coding = codingFor(event.headers['accept-encoding'], body);
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}${coding ? `-${coding}` : ''}"`;
  const headers = { 'cache-control': publicCacheControl, vary: 'accept-encoding', etag, ...output.headers };
  if (hasTag(event.headers['if-none-match'], etag)) return { statusCode: 304, headers };
  const full = {
    statusCode: route.status,
    headers: {
      'content-type': route.produces ?? route.jsonContentType ?? 'application/json',
      ...(coding && { 'content-encoding': coding }),
      ...headers,
    },
  };
  return event.requestContext.http.method === 'HEAD' ? full : { ...full, ...encoded(body, coding) };
};

/** True where `If-None-Match` names the tag; by weak comparison, since whatever stands between may have made it weak. */
const hasTag = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;
