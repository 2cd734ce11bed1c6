/** Milliseconds between two attempts: the first, and the longest. */
const [first, longest] = [2_000, 60_000];

/**
 * Makes an attempt until one resolves to true: when the browser says that there is a connection, and now and then, since it does not always notice.
 * Gives what ends it.
 */
export const untilSent = (attempt: () => Promise<boolean>): (() => void) => {
  let pause = first;
  let isOver = false;
  let isRunning = false;
  let timer = setTimeout(() => void run(), 0);
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    isOver = (await attempt()) || isOver;
    isRunning = false;
    if (isOver) return end();
    timer = setTimeout(() => void run(), pause);
    pause = Math.min(2 * pause, longest);
  };
  const end = (): void => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('online', run);
  };
  addEventListener('online', run);
  return end;
};
