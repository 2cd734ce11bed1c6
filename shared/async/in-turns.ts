/** Gives a function that runs work under some keys after all earlier work under any of them has ended. */
export const inTurns = (): (<T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<unknown>>();
  return (keys, work) => {
    const running = Promise.allSettled(keys.map((key) => last.get(key))).then(work);
    for (const key of keys) last.set(key, running);
    return running;
  };
};
