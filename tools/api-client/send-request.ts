import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../command/command-words.ts';
import { leaveProgress } from '../command/progress.ts';

/** A temporary failure of the network, or of a busy server. Trying again may help. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError';
  /** How long to wait first, in seconds, where the server has said so. */
  readonly after: number | undefined;

  constructor(message: string, { after, ...options }: ErrorOptions & { after?: number | undefined } = {}) {
    super(message, options);
    this.after = after;
  }
}

/** What a server has answered. */
interface ReceivedResponse {
  readonly status: number;
  readonly text: string;
}

/** Longest wait before a retry, in seconds: a user whose daily quota is used up gets an error instead. */
const maxWaitSeconds = 60;

const retryAfter = (headers: Headers): number | undefined => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? seconds : undefined;
};

/**
 * Sends a request and reads the whole answer. Throws `RetryableError` where the network fails or the server is busy.
 */
export const sendRequest = async (url: string, init: RequestInit): Promise<ReceivedResponse> => {
  const { host } = new URL(url);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, init);
    text = await response.text();
  } catch (cause) {
    throw new RetryableError(say('noAnswer', { host }), { cause });
  }
  const after = retryAfter(response.headers);
  const isUsedUp = response.status === 429 && after !== undefined && after > maxWaitSeconds;
  if ((response.status === 429 && !isUsedUp) || response.status >= 500) {
    throw new RetryableError(say('busy', { host, status: response.status }), {
      after: after && Math.min(after, maxWaitSeconds),
    });
  }
  return { status: response.status, text };
};

/** How often a request is tried: the waits between grow from one second to 32, to about a minute in all. */
const maxAttempts = 7;

/** After so many attempts the user is told why it takes longer. */
const silentAttempts = 3;

/**
 * Does some work, and repeats it after a pause where it throws `RetryableError`; after the last attempt it throws that.
 */
export const withRetry = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RetryableError) || attempt === maxAttempts) throw error;
      if (attempt === silentAttempts) {
        leaveProgress();
        console.error(say('tryingAgain', { because: error.message }));
      }
      await pause((error.after ?? 2 ** (attempt - 1)) * 1000);
    }
  }
};
