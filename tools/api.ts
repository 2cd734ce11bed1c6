import * as z from 'zod';
import { commandLanguage } from './command-language.ts';
import { say } from './command-words.ts';
import { localSite } from './local/local-site.ts';
import { sendRequest, withRetry } from './send-request.ts';

/** Where Sergi runs, and as whom to speak to it. */
export interface ApiTarget {
  readonly url: string;
  readonly token: string;
}

/** The Sergi that `SERGI_URL` and `SERGI_TOKEN` name, or else the one that runs on this machine. */
export const apiTargetFromEnvironment = async (): Promise<ApiTarget> => {
  const { SERGI_URL, SERGI_TOKEN } = process.env;
  if (SERGI_URL && SERGI_TOKEN) return { url: SERGI_URL.replace(/\/$/, ''), token: SERGI_TOKEN };
  if (SERGI_URL || SERGI_TOKEN) throw new Error(say('bothOrNeither'));
  const site = await localSite();
  if (!site) throw new Error(say('noSite'));
  return site;
};

/** What was asked for is not valid, or the present state does not allow it: asking again would not help. */
export class ApiError extends Error {
  override readonly name: string = 'ApiError';
}

/** What was to be changed has been changed by another meanwhile. */
export class ApiVersionConflictError extends ApiError {
  override readonly name = 'ApiVersionConflictError';
}

const detailOf = (text: string): string => {
  try {
    return z.object({ detail: z.string() }).parse(JSON.parse(text)).detail;
  } catch {
    return text;
  }
};

/** What is sent with a request. */
interface Request {
  readonly body?: string;
  readonly type?: string;
  /** GET without a body and POST with one, where absent. */
  readonly method?: 'PATCH';
  /** The version that a change is made to. */
  readonly version?: number;
}

/** How long an answer is awaited, in milliseconds: an API behind API Gateway gives up after 30 s. */
const requestTimeoutMs = 60_000;

const refusals = [400, 403, 409, 413];

/**
 * Asks a staff address; what is busy or does not answer is asked again, as `Retry-After` says. Throws `Refused` with the problem's detail,
 * or another error where the site cannot be spoken to.
 */
export const callApi = async (
  { url, token }: ApiTarget,
  path: string,
  { body, type = 'application/json', method, version }: Request = {},
): Promise<unknown> => {
  const { status, text } = await withRetry(() =>
    sendRequest(`${url}/v1/staff${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': commandLanguage(),
        ...(body !== undefined && { 'content-type': type }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    }),
  );
  if (status < 300) return JSON.parse(text);
  if (status === 412) throw new ApiVersionConflictError(detailOf(text));
  if (refusals.includes(status)) throw new ApiError(detailOf(text));
  if (status === 401) throw new Error(say('tokenExpired'));
  throw new Error(`${path}: ${status} ${detailOf(text)}`);
};
