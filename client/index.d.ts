import type { Client, ClientOptions } from 'openapi-fetch';
import type { paths } from './api.js';

export type * from './api.js';

export interface SergiClientOptions extends ClientOptions {
  /** Where the public comes in: `https://…`, without a slash at the end. */
  readonly baseUrl: string;
  /** A token of the staff, or what gives one: it is asked before each request. The public needs none. */
  readonly token?: string | (() => string | Promise<string>);
}

export type SergiClient = Client<paths>;

/**
 * A client whose methods know every path of the API, what it takes and what it answers
 * (https://openapi-ts.dev/openapi-fetch/).
 */
export declare const createSergiClient: (options: SergiClientOptions) => SergiClient;
