import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestTls } from 'node:https';
import type { LookupFunction, TcpSocketConnectOpts } from 'node:net';
import { performance } from 'node:perf_hooks';
import { wordReason } from '../../refusals/word-reason.ts';
import { AddressNotPublicError } from './public-only-lookup.ts';
import { type AllowedReceivers, receiverError, urlNotPublic } from './receiver.ts';

/** What a receiver has answered to an attempt, or why it did not. */
export interface PostResult {
  readonly durationMs: number;
  readonly status?: number;
  readonly retryAfter?: string | undefined;
  readonly error?: string;
}

export interface PostOptions {
  readonly reach: AllowedReceivers;
  readonly lookup: LookupFunction;
  /** For the whole attempt, in milliseconds. */
  readonly timeout: number;
  /** Certificates to trust instead of the known ones. */
  readonly ca?: string;
}

/** Most bytes of an answer that are read; they are discarded. */
const maxDrainedBytes = 64 * 1024;

/** How long a connection to one of several addresses of a name may take before the next is tried, in milliseconds. */
const connectTimeoutMs = 2_500;

/**
 * Sends a body once, over a connection of its own, and gives the outcome; never rejects. It follows no redirect, keeps
 * nothing of the answer but its status, and connects to no forbidden address.
 */
export const postWebhook = async (
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<PostResult> => {
  const began = performance.now();
  const duration = () => Math.round(performance.now() - began);
  const fault = receiverError(url, options.reach);
  if (fault) return { durationMs: 0, error: wordReason(fault, 'en') };
  try {
    const answer = await post(url, body, headers, options);
    return { ...answer, durationMs: duration() };
  } catch (error) {
    return { durationMs: duration(), error: describe(error, options.timeout) };
  }
};

const post = (
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { lookup, timeout, ca }: PostOptions,
): Promise<Omit<PostResult, 'durationMs'>> =>
  new Promise((resolve, reject) => {
    const options: RequestOptions & Pick<TcpSocketConnectOpts, 'autoSelectFamilyAttemptTimeout'> = {
      method: 'POST',
      agent: false,
      lookup,
      signal: AbortSignal.timeout(timeout),
      autoSelectFamilyAttemptTimeout: connectTimeoutMs,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Sergi-Webhooks/1',
        connection: 'close',
      },
      ...(ca !== undefined && { ca }),
    };
    let hasAnswered = false;
    const send = url.protocol === 'https:' ? requestTls : requestPlain;
    const request = send(url, options, (response) => {
      hasAnswered = true;
      const { statusCode: status = 0, headers: answered } = response;
      let left = maxDrainedBytes;
      response.on('data', (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) response.destroy();
      });
      // The status is known: an error in the rest changes nothing.
      response.on('error', () => {});
      response.on('close', () => resolve({ status, retryAfter: answered['retry-after'] }));
    });
    request.on('error', (error) => {
      if (!hasAnswered) reject(error);
    });
    request.end(body);
  });

const phrases: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name leads nowhere',
  EAI_AGAIN: 'its name could not be resolved',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed without an answer',
  EPIPE: 'the connection was closed without an answer',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
};

/** What went wrong, in our own words: no part of an address or an answer gets into a record. */
const describe = (error: unknown, timeout: number): string => {
  if (error instanceof AddressNotPublicError) return wordReason(urlNotPublic, 'en');
  const { name = '', code = '' } = error as { name?: string; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return `did not answer within ${timeout / 1000} s`;
  const known = phrases[String(code)];
  if (known) return known;
  if (String(code).startsWith('HPE_')) return 'answered something that is no HTTP';
  if (/CERT|TLS|SSL|ISSUER|SIGNATURE/.test(String(code))) return `its certificate was not accepted (${code})`;
  return `the connection failed${code ? ` (${code})` : ''}`;
};
