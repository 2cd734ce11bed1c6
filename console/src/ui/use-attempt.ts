import { useState } from 'react';

/** Does what a dialogue asks for: whether it is under way, and why it has failed. Nothing is begun twice. */
export const useAttempt = () => {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    await work().catch(setFailure);
    setBusy(false);
  };
  return { isBusy, failure, attempt };
};
