/** Milliseconds between two attempts: the first, and the longest. */
const [first, longest] = [2_000, 60_000];

/** The event that `sendNow` dispatches at the window. */
const nowEvent = 'sergi.send-now';

/** The events upon which `untilSent` makes its next attempt at once. */
const reasons = ['online', nowEvent];

/** Lets everything that waits be sent at once: the person has signed in again. */
export const sendNow = (): void => {
  dispatchEvent(new Event(nowEvent));
};

/**
 * Makes an attempt until one resolves to true: when the browser says that there is a connection, when {@link sendNow}
 * is called, and now and then, since the browser does not always notice. Gives what ends it.
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
    for (const name of reasons) removeEventListener(name, run);
  };
  for (const name of reasons) addEventListener(name, run);
  return end;
};
