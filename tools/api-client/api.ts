import * as z from 'zod';
import { commandLanguage } from '../command/command-language.ts';
import { say } from '../command/command-words.ts';
import { isWebAddress } from '../command/web-address.ts';
import { localSite } from '../local/local-site.ts';
import { sendRequest, withRetry } from './send-request.ts';

/** The address of Sergi, and the token to call it with. */
export interface ApiTarget {
  readonly url: string;
  readonly token: string;
}

/** The Sergi that `SERGI_URL` and `SERGI_TOKEN` name, or else the one that runs on this machine. */
export const apiTargetFromEnvironment = async (): Promise<ApiTarget> => {
  const { SERGI_URL, SERGI_TOKEN } = process.env;
  if (SERGI_URL && SERGI_TOKEN) {
    if (!isWebAddress(SERGI_URL)) throw new Error(say('noWebAddress', { what: `SERGI_URL=${SERGI_URL}` }));
    return { url: SERGI_URL.replace(/\/$/, ''), token: SERGI_TOKEN };
  }
  if (SERGI_URL || SERGI_TOKEN) throw new Error(say('bothOrNeither'));
  const site = await localSite();
  if (!site) throw new Error(say('noSite'));
  return site;
};

/** The request is not valid, or the present state does not allow it: a repetition would not help. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
}

/** No request that follows is answered either: the token has ended, or the quota of the day is used up. */
export class LockedOutError extends Error {
  override readonly name = 'LockedOutError';
}

/** What an answer says; `undefined` where it is no JSON, as that of another site. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const problemSchema = z.object({ detail: z.string() });

/** The parts of a request. */
interface Request {
  readonly body?: string;
  readonly type?: string;
  /** A UUID, for which what the request makes is made once. */
  readonly key?: string;
}

/** How long an answer is awaited, in milliseconds: an API behind API Gateway gives up after 30 s. */
const requestTimeoutMs = 60_000;

const refusals = [400, 403, 409, 413];

/**
 * Calls a staff address. A server that is busy or does not answer is tried again, as `Retry-After` says. Throws
 * `ApiError` with the problem's detail, `LockedOutError`, or another error where the site cannot be reached.
 */
export const callApi = async (
  { url, token }: ApiTarget,
  path: string,
  { body, type = 'application/json', key }: Request = {},
): Promise<unknown> => {
  const { status, text } = await withRetry(() =>
    sendRequest(`${url}/v1/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': commandLanguage(),
        ...(body !== undefined && { 'content-type': type }),
        ...(key !== undefined && { 'idempotency-key': `"${key}"` }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    }),
  );
  const answer = jsonOf(text);
  if (status < 300) {
    if (answer === undefined) throw new Error(say('noApi', { url }));
    return answer;
  }
  const detail = problemSchema.safeParse(answer).data?.detail;
  if (refusals.includes(status)) throw new ApiError(detail ?? say('answered', { what: path, status }));
  if (status === 401) throw new LockedOutError(say('tokenExpired'));
  if (status === 429) throw new LockedOutError(detail ?? say('answered', { what: path, status }));
  throw new Error(detail === undefined ? say('answered', { what: path, status }) : `${path}: ${status} ${detail}`);
};
