import { randomBytes } from 'node:crypto';
import type { CacheTag } from '../../shared/freshness/answer-facts.ts';
import { say } from '../command/command-words.ts';
import type { AskOptions, Seen } from './ask-edge.ts';

/** What is told with a file: its tag, and the moment at which it ends, in milliseconds since the epoch. */
export interface ProbeOptions {
  readonly tag: CacheTag;
  readonly until: number;
}

/** A distribution whose caches are to be proved, and what is needed for it. */
export interface Subject {
  /** Asks through the CDN: the nearest edge, or another one. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Seen>;
  /** Asks the API as the CDN does. */
  readonly askApi: (path: string, headers?: AskOptions['headers']) => Promise<Seen>;
  /** Lets the CDN forget what has a tag. */
  readonly forget: (tag: string) => Promise<void>;
  /** Stores a new file at a path of the CDN, in place of one that is there, and gives its ETag. */
  readonly put: (path: string, options: ProbeOptions) => Promise<string>;
  /** Deletes a file. */
  readonly remove: (path: string) => Promise<void>;
  /** The IP address of another edge, far from here, where one is known. */
  readonly otherEdge?: string | undefined;
  /** Milliseconds since the epoch, and a way to wait for some seconds. */
  readonly clock: { readonly now: () => number; readonly pause: (seconds: number) => Promise<unknown> };
}

/** What a proof has shown: `undefined` where it could not be made. */
export interface Finding {
  readonly what: string;
  readonly isProved: boolean | undefined;
  /** What was seen instead. */
  readonly seen?: string;
}

/** Something is not as it must be: the message says what was seen. */
export class DisprovedError extends Error {
  override readonly name = 'DisprovedError';
}

/** Makes a proof. Throws any error but `DisprovedError`. */
export const found = async (what: string, proof: () => Promise<unknown>): Promise<Finding> => {
  try {
    await proof();
    return { what, isProved: true };
  } catch (error) {
    if (!(error instanceof DisprovedError)) throw error;
    return { what, isProved: false, seen: error.message };
  }
};

/** How often what others disturb, who publish at the same time, is tried. */
const mostAttempts = 3;

/** Tries something again as long as an attempt gives what was seen instead of what must be. */
export const tried = async (attempt: () => Promise<string | undefined>): Promise<void> => {
  let seen: string | undefined;
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    seen = await attempt();
    if (seen === undefined) return;
  }
  throw new DisprovedError(seen);
};

/** Longest time, in seconds, for which an answer is watched: the promise of a minute. */
export const longestWatch = 60;

/** By how many seconds clocks and whole seconds may differ. */
export const tolerance = 2;

/** For how many seconds something that is kept for `life` seconds can be watched without ending by itself. */
export const watchedOf = (life: number): number => Math.min(life, longestWatch) - tolerance;

/** Part of a name that nobody else uses. */
export const random = (): string => randomBytes(4).toString('hex');

/** What was seen at an address, with the headers that it is about. */
export const seenAt = (path: string, { status, headers }: Seen, names: readonly string[] = []): string =>
  [`${path}: ${status}`, ...names.map((name) => `${name}: ${headers[name] ?? '–'}`)].join(', ');

/** Waits until a moment, in milliseconds since the epoch. */
export const waitUntil = ({ clock }: Subject, moment: number): Promise<unknown> =>
  clock.pause(Math.max(0, moment - clock.now()) / 1_000);

/** Lets the CDN keep what it is asked for. */
export const letKeep = async (
  { ask, clock }: Subject,
  path: string,
  headers: AskOptions['headers'] = {},
): Promise<void> => {
  // Where much is published, tags are forgotten again and again for a minute.
  for (let asked = 0; asked < 30; asked += 1) {
    if ((await ask(path, { headers })).isHit) return;
    await clock.pause(1);
  }
  throw new DisprovedError(say('smokeNotKept', { path }));
};
