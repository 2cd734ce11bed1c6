import { OfflineError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { SignedOutError } from '../session/session.ts';

/**
 * Sends one after the other. True where that has come to an end; false where some wait for the connection, for an API
 * that is busy, or that the person signs in again. What the API cannot take now holds up no other.
 */
export const sendEach = async (ids: readonly string[], send: (id: string) => Promise<void>): Promise<boolean> => {
  let isOver = true;
  for (const id of ids) {
    try {
      await send(id);
    } catch (error) {
      if (error instanceof OfflineError || error instanceof SignedOutError) return false;
      if (isPassing(error)) isOver = false;
    }
  }
  return isOver;
};
