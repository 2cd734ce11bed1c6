import { isPassing, isPassingRefusal } from '../api/is-passing.ts';
import type { WaitsFor } from '../api/waits-for.ts';
import { SignedOutError } from './session.ts';

/** What is to be waited for after a failure; undefined where the same would fail again. */
export const waitsForOf = (error: unknown): WaitsFor | undefined => {
  if (error instanceof SignedOutError) return 'signIn';
  if (isPassingRefusal(error)) return 'busy';
  return isPassing(error) ? 'connection' : undefined;
};
