/** How often to check whether npm is still running, in milliseconds. */
const interval = 500;

/**
 * Calls `end` once: when this process is asked to end, or when the npm that has started it is gone. npm passes a signal
 * on to the shell between them. The shell ends, but this process would go on and keep its ports.
 */
export const onEnd = (end: () => void): void => {
  let ending = false;
  const once = (): void => {
    if (!ending) end();
    ending = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => process.ppid !== shell && once(), interval).unref();
};
