import { isPassing, isPassingRefusal } from '../api/is-passing.ts';
import { SignedOutError } from './session.ts';

/**
 * What something waits for that is sent again by itself: the connection, an API that is busy or at fault, or that the
 * person signs in again.
 */
export type WaitsFor = 'connection' | 'busy' | 'signIn';

/** What is to be waited for after a failure; undefined where the same would fail again. */
export const waitsForOf = (error: unknown): WaitsFor | undefined => {
  if (error instanceof SignedOutError) return 'signIn';
  if (isPassingRefusal(error)) return 'busy';
  return isPassing(error) ? 'connection' : undefined;
};
