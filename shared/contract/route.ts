import type * as z from 'zod';
import type { Group } from '../model/staff/role.ts';

/** HTTP methods that Sergi's routes use. `HEAD` is derived from every public `GET`. */
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route of the API, said once: infrastructure creates it, functions are typed against it, tests compare the two.
 *
 * `path` is in API Gateway's notation (`/v1/events/{idOrSlug}`). `access` is `public`, or the lowest role that may call
 * it; what of it the caller may do, and in which state, says `shared/model/staff/permissions.ts`. `ifMatch` says
 * whether the caller must, or may, name the version that it acts on (RFC 9110, section 13.1.1; 428 without, RFC 6585;
 * 412 where it is stale). `takesIdempotencyKey` says that what the route makes is made once for each `Idempotency-Key`
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/; 422 where the key came with another
 * request).
 */
export interface Route {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly access: 'public' | Group;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is JSON Lines: the handler receives its lines and parses each on its own. */
  readonly acceptsJsonLines?: true;
  readonly ifMatch?: 'required' | 'optional';
  readonly takesIdempotencyKey?: true;
  /** True where one person may do it so often in an hour or a day only: 429 with `Retry-After`. */
  readonly hasQuota?: true;
  /** The media type of the answer, which is text then: what the handler gives is sent as it is. JSON, where absent. */
  readonly produces?: string;
  /** The answer is bytes, which the handler gives in base64. */
  readonly isBinary?: true;
  /** The media type of the answer, where it is JSON as another specification has it. */
  readonly jsonContentType?: string;
  readonly status: 200 | 201 | 202 | 204;
  readonly response: z.ZodType;
  /** What it answers with 202, where it leaves the rest of the work to a job. */
  readonly accepted?: z.ZodType;
}

/** What a handler of the route receives, every part parsed by the route's schemas. */
export interface RouteInput<R extends Route> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: R extends { acceptsJsonLines: true } ? readonly string[] : Parsed<R['body']>;
  /** The version that `If-Match` asks for; `undefined` where any will do. */
  readonly version: number | undefined;
  /** The UUID of `Idempotency-Key`; `undefined` where the route takes none, or none was sent. */
  readonly idempotencyKey: string | undefined;
}

/**
 * What a handler of the route answers: the body, and where it matters headers beside it; or that a job does the rest.
 */
export type RouteOutput<R extends Route> = (
  | { readonly status?: R['status']; readonly body: z.input<R['response']> }
  | (R extends { accepted: infer S extends z.ZodType } ? { readonly status: 202; readonly body: z.input<S> } : never)
) & { readonly headers?: Readonly<Record<string, string>> };

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** API Gateway's name of a route, as it arrives in `event.routeKey`. */
export const routeKey = (route: Route): string => `${route.method} ${route.path}`;
