import type * as z from 'zod';
import type { ProblemDocument } from '../../../shared/contract/problem.ts';
import { publicRoutes } from '../../../shared/contract/public.ts';
import type { Route } from '../../../shared/contract/route.ts';
import { accountRoutes } from '../../../shared/contract/staff/accounts.ts';
import { jurorRoutes } from '../../../shared/contract/staff/jurors.ts';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';

const routes = { ...staffRoutes, ...accountRoutes, ...jurorRoutes, getSite: publicRoutes.getSite };

type Routes = typeof routes;
export type Operation = keyof Routes;

type Input<S> = S extends z.ZodType ? z.input<S> : never;

/** What a route takes: the parts that it has, as they are sent. */
type CallOf<R extends Route> = (R extends { params: infer P }
  ? { readonly params: Readonly<Record<keyof Input<P>, string | number>> }
  : object) &
  (R extends { query: infer Q }
    ? { readonly query?: { readonly [K in keyof Input<Q>]?: Input<Q>[K] | undefined } }
    : object) &
  (R extends { body: infer B } ? { readonly body: Input<B> } : object) &
  (R extends { acceptsJsonLines: true } ? { readonly lines: readonly string[] } : object) &
  (R extends { ifMatch: 'required' } ? { readonly version: number } : { readonly version?: number | undefined }) & {
    /** A UUID, the same for each attempt to make something. */
    readonly key?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  };

export type AnswerOf<N extends Operation> = z.output<Routes[N]['response']>;

/** An answer with what its headers say. */
export interface Answered<N extends Operation> {
  /** Absent where the API has begun a job instead. */
  readonly body?: AnswerOf<N>;
  /** Long work that the call has begun. */
  readonly job?: AnswerOf<'getJob'>;
  /** The version that was read or written, where it has one. */
  readonly version?: number;
}

/** A refusal of the API, worded in the language of the console (RFC 9457). */
export class RefusedError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail);
    this.name = 'RefusedError';
    this.problem = problem;
  }
}

/** The API cannot be reached: there is no network, or the server is gone. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('offline', { cause });
    this.name = 'OfflineError';
  }
}

export interface Surroundings {
  /**
   * An access token that is good now, and another than the one that was refused. Rejects with a `SignedOutError` where
   * the session has ended.
   */
  token(refused?: string): Promise<string>;
  /** The language that refusals are worded in. */
  language(): string;
}

const queryOf = (query: Readonly<Record<string, string | number | undefined>> = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
  return text && `?${text}`;
};

const problemOf = async (response: Response): Promise<ProblemDocument> => {
  const text = await response.text();
  if (response.headers.get('content-type')?.includes('json')) {
    // API Gateway's own answers have a `message` in English alone, and no detail.
    const { message, detail = '', ...problem } = JSON.parse(text);
    return { ...problem, status: response.status, detail };
  }
  return {
    status: response.status,
    detail: '',
    code: 'internal',
    type: '',
    title: '',
  } as unknown as ProblemDocument;
};

/** Calls the API by the names of its operations. Rejects with a {@link RefusedError} or an {@link OfflineError}. */
export const apiOf = ({ token, language }: Surroundings) => {
  const ask = async <N extends Operation>(name: N, input: CallOf<Routes[N]>): Promise<Answered<N>> => {
    const route: Route = routes[name];
    const {
      params = {},
      query,
      body,
      lines,
      version,
      key,
      signal,
    } = input as {
      params?: Record<string, string | number>;
      query?: Record<string, string | number | undefined>;
      body?: unknown;
      lines?: readonly string[];
      version?: number;
      key?: string;
      signal?: AbortSignal;
    };
    const path = route.path.replace(/\{(\w+)\}/g, (_all, part: string) => encodeURIComponent(String(params[part])));
    const headers: Record<string, string> = { 'accept-language': language() };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (lines !== undefined) headers['content-type'] = 'application/jsonl';
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (key !== undefined) headers['idempotency-key'] = `"${key}"`;
    const send = (bearer?: string): Promise<Response> =>
      fetch(`${path}${queryOf(query)}`, {
        method: route.method,
        headers: { ...headers, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
        cache: 'no-store',
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(lines !== undefined && { body: lines.join('\n') }),
        ...(signal && { signal }),
      }).catch((error: unknown) => {
        if (signal?.aborted) throw error;
        throw new OfflineError(error);
      });
    const bearer = route.access === 'public' ? undefined : await token();
    let response = await send(bearer);
    // Its time was over sooner than this machine believed.
    if (response.status === 401 && bearer !== undefined) response = await send(await token(bearer));
    if (!response.ok) throw new RefusedError(await problemOf(response));
    const answer = await response.json();
    const isJob = route.accepted !== undefined && response.status === 202;
    const [, tag] = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('etag') ?? '') ?? [];
    return { ...(isJob ? { job: answer } : { body: answer }), ...(tag && { version: Number(tag) }) } as Answered<N>;
  };
  const call = async <N extends Operation>(name: N, input: CallOf<Routes[N]>): Promise<AnswerOf<N>> =>
    (await ask(name, input)).body as AnswerOf<N>;
  return {
    /** Gives the body of an answer alone. */
    call,
    /** Gives the answer with its version, or the job that was begun. */
    ask,
  };
};

export type Api = ReturnType<typeof apiOf>;
