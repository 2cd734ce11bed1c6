import { useEffect } from 'react';

/** Lets the browser ask before the person leaves a page on which something would be lost. */
export const useLeaveWarning = (wouldLose: boolean): void =>
  useEffect(() => {
    if (!wouldLose) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [wouldLose]);
