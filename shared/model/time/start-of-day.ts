import { zoneOffset } from './zone-offset.ts';

const day = 24 * 3_600_000;

/** The local time at an instant, in milliseconds, as if it were UTC. */
const localTime = (instant: number, timeZone: string): number => instant + zoneOffset(timeZone, instant) * 1000;

/**
 * The moment at which a day begins in a time zone (IANA name): the first one whose local time is of that day. Where
 * clocks are put forward at midnight, that is later than the midnight that does not exist; where they are put back over
 * it, the first of the two. A day that a zone has left out begins with the next one.
 */
export const startOfDay = (name: string, timeZone: string): Date => {
  const midnight = Date.parse(`${name}T00:00:00Z`);
  // No zone changes its offset twice within three days, but for some a century ago, by seconds.
  const offsets = [-day, 0, day].map((distance) => zoneOffset(timeZone, midnight + distance) * 1000);
  const candidates = offsets.map((offset) => midnight - offset).sort((a, b) => a - b);
  const exact = candidates.find((instant) => localTime(instant, timeZone) === midnight);
  if (exact !== undefined) return new Date(exact);
  // The clocks jump over midnight between the earliest and the latest candidate.
  let [before = 0, after = 0] = [(candidates[0] ?? 0) - 1000, candidates.at(-1)];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (localTime(middle, timeZone) < midnight) before = middle;
    else after = middle;
  }
  return new Date(after);
};
