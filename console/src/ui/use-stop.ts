import { useEffect, useRef, useState } from 'react';

/**
 * Lets a person stop what is done step by step. It stops by itself where its screen is left: nothing would be said of
 * what came of it.
 */
export const useStop = () => {
  const [state, setState] = useState<'running' | 'stopping'>();
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    state,
    /** Does the work, which looks at the signal between its steps. */
    run: async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
      controller.current = new AbortController();
      setState('running');
      await work(controller.current.signal).finally(() => setState(undefined));
    },
    stop: (): void => {
      controller.current?.abort();
      setState('stopping');
    },
  };
};
