import { useState } from 'react';
import { useOnce } from './use-once.ts';

/**
 * Does what is asked for, as {@link onceAtATime} does: whether something is under way, and why the last that failed has
 * failed.
 */
export const useAttempt = () => {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const once = useOnce();
  const attempt = (work: () => Promise<unknown>, what?: string): Promise<void> => {
    // When it is asked for: what has failed before its turn stays on the screen.
    setFailure(undefined);
    return once(async () => {
      setBusy(true);
      await work().catch(setFailure);
      setBusy(false);
    }, what);
  };
  return { isBusy, failure, attempt };
};
