const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How long after each attempt the next one follows, in milliseconds. After these there is a last one, a day after the
 * first.
 */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour];

/** For how long a message is tried. */
export const retryWindowMs = 24 * hour;

/** Longest pause that a receiver may ask for. */
const longest = 12 * hour;

interface AttemptHistory {
  /** When the first attempt began. */
  readonly beganAt: Date;
  /** How many there have been, the last one included. */
  readonly attempts: number;
  /** What the receiver asked for, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/**
 * When a message that has failed is tried again, or `undefined` after a day. Pauses are up to a tenth longer, by
 * `random` from 0 to 1, so that messages which failed together are not retried together; a receiver may ask for longer
 * ones, but not for more time.
 */
export const nextAttempt = (
  { beganAt, attempts, retryAfter = 0 }: AttemptHistory,
  now: Date,
  random: number,
): Date | undefined => {
  const end = beganAt.getTime() + retryWindowMs;
  if (now.getTime() >= end) return undefined;
  const pause = pauses[attempts - 1];
  if (pause === undefined) return new Date(end);
  const wanted = Math.max(pause * (1 + random / 10), Math.min(retryAfter, longest));
  return new Date(Math.min(now.getTime() + Math.round(wanted), end));
};

/**
 * The pause that a `Retry-After` asks for, in milliseconds (RFC 9110, section 10.2.3); `undefined` where it is not
 * understood.
 */
export const parseRetryAfter = (header: string | undefined, now: Date): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * second;
  const time = /GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(time - now.getTime(), 0);
};

/** How far ahead the maintenance function looks for scheduled events, in milliseconds. */
export const scheduleLookaheadMs = 65 * minute;

/**
 * Up to how far ahead a scheduled event waits in the queue, in milliseconds: more than the maintenance function looks
 * ahead, so that none is returned to it.
 */
export const scheduleHorizonMs = scheduleLookaheadMs + 5 * minute;
