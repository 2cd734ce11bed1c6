import type { Client, ClientOptions } from 'openapi-fetch';
import type { Picture, Problem, paths, Upload } from './api.js';

export type * from './api.js';

export interface SergiClientOptions extends ClientOptions {
  /** Where the public comes in: `https://…`, without a slash at the end. */
  readonly baseUrl: string;
  /** A token of the staff, or what gives one: it is asked before each request. The public needs none. */
  readonly token?: string | (() => string | Promise<string>);
}

/** What a route answers with 200. */
type AnswerOf<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: infer C } } } }
  ? C[keyof C]
  : never;

/** The paths of lists. */
export type ListPath = {
  [P in keyof paths]: AnswerOf<P> extends { items: readonly unknown[] } ? P : never;
}[keyof paths];

/** An item of a list. */
export type ItemOf<P extends ListPath> = AnswerOf<P> extends { items: readonly (infer T)[] } ? T : never;

type ParametersOf<P extends ListPath> = paths[P] extends { get: { parameters: infer T } } ? T : never;

/** The parameters of a list, and a signal that stops asking for it. */
export type ListInit<P extends ListPath> = { readonly signal?: AbortSignal } & (ParametersOf<P> extends {
  path: object;
}
  ? { readonly params: ParametersOf<P> }
  : { readonly params?: ParametersOf<P> });

/**
 * A client whose methods know every path of the API, what it takes and what it answers
 * (https://openapi-ts.dev/openapi-fetch/).
 */
export type SergiClient = Client<paths> & {
  /**
   * The items of a list, page after page: the next page is asked for when its first item is. Throws `SergiError`.
   *
   * @example
   * const az = { params: { query: { locale: 'az' } } };
   * for await (const card of sergi.pages('/v1/feed', az)) console.log(card.title);
   */
  pages<P extends ListPath>(
    path: P,
    ...init: Record<string, never> extends ListInit<P> ? [init?: ListInit<P>] : [init: ListInit<P>]
  ): AsyncGenerator<ItemOf<P>, void, undefined>;
};

export declare const createSergiClient: (options: SergiClientOptions) => SergiClient;

/**
 * The one error of this package, whether Sergi, the store of files, API Gateway or the network has failed or refused.
 */
export declare class SergiError extends Error {
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /**
   * A stable name of the reason: that of the problem or of the rejected file; `noAnswer` where there was none, or the
   * status (`http503`) where the answer says nothing more.
   */
  readonly code: string;
  /** The faults of the input, field by field; none where no field is to blame. */
  readonly errors: NonNullable<Problem['errors']>;
  /** In how many seconds the same may succeed, where Sergi has said so (`Retry-After`). */
  readonly retryAfter?: number;
  /** The problem (RFC 9457) as it was answered. */
  readonly problem?: Problem;
}

/**
 * What a call has answered; throws `SergiError` in place of giving an `error`. A caller that has aborted the call, or
 * let its time run out, gets the reason of its own signal.
 *
 * @example const { items } = await dataOf(sergi.GET('/v1/feed'));
 */
export declare const dataOf: <T>(call: Promise<{ data?: T; error?: unknown; response: Response }>) => Promise<T>;

/**
 * The renditions of a picture in one format, narrowest first, for `srcset` of `<source>` or `<img>`. JPEG, where no
 * type is given.
 */
export declare const srcset: (
  picture: { readonly renditions?: Picture['renditions'] },
  type?: Picture['renditions'][number]['type'],
) => string;

/** The placeholder of a picture as the `data:` address of a tiny PNG: some 400 characters, for a background image. */
export declare const placeholderAddress: (placeholder: string) => string;

/** How far an upload is: how much of the file has been sent, and what is being done with it. */
export interface UploadProgress {
  readonly phase: 'hashing' | 'sending' | 'processing' | 'ready';
  readonly loaded: number;
  /** The size of the file in bytes. */
  readonly total: number;
}

export interface UploadOptions {
  /** The name of the file, where it has none of its own. */
  readonly fileName?: string;
  readonly signal?: AbortSignal;
}

type UploadAnswer = paths['/v1/staff/uploads']['post']['responses'][201]['content']['application/json'];

/** Hashes a file and asks for a signed upload, which says whether the file is there already. Throws `SergiError`. */
export declare const requestUpload: (sergi: SergiClient, file: Blob, options?: UploadOptions) => Promise<UploadAnswer>;

/** The upload once it is ready. Throws `SergiError` with the reason where it was rejected. */
export declare const awaitUpload: (
  sergi: SergiClient,
  uploadId: string,
  options?: { readonly signal?: AbortSignal },
) => Promise<Upload>;

/**
 * Uploads a file of the staff from its hash to the finished picture: one that is there already is not sent again. Where
 * the network fails, or Sergi or the store is busy, each step is tried again for half a minute. Throws `SergiError`.
 * How much has been sent is known in browsers only.
 */
export declare const uploadFile: (
  sergi: SergiClient,
  file: Blob,
  options?: UploadOptions & { readonly onProgress?: (progress: UploadProgress) => void },
) => Promise<Upload>;
