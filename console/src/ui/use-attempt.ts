import { useState } from 'react';
import { useOnce } from './use-once.ts';

/** Does what a dialogue asks for: whether it is under way, and why it has failed. Nothing is begun twice. */
export const useAttempt = () => {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const once = useOnce();
  const attempt = (work: () => Promise<unknown>): Promise<void> =>
    once(async () => {
      setBusy(true);
      setFailure(undefined);
      await work().catch(setFailure);
      setBusy(false);
    });
  return { isBusy, failure, attempt };
};
