import { now } from '../session/clock.ts';

/**
 * Whether this browser has kept something long enough that its writer does not open again: for thirty days, where it is
 * not said otherwise. True of what does not say when it was written.
 */
export const isTooOld = ({ writtenAt }: { readonly writtenAt: string }, days = 30): boolean =>
  !(Date.parse(writtenAt) + days * 24 * 3_600_000 >= now().getTime());
