/**
 * Gives what does one act at a time: what is asked for while another runs is left undone. A button that is pressed
 * again before there is an answer begins nothing anew.
 */
export const onceAtATime = (): ((act: () => Promise<unknown>) => Promise<void>) => {
  let isRunning = false;
  return async (act) => {
    if (isRunning) return;
    isRunning = true;
    try {
      await act();
    } finally {
      isRunning = false;
    }
  };
};
