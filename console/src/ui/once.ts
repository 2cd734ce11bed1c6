/**
 * Gives what does acts one after the other. An act that is asked for again while it waits or runs is left undone: a
 * button that is pressed twice begins nothing anew. Acts of several buttons, of rows for example, say `what` they are
 * about: each has its turn.
 */
export const onceAtATime = (): ((act: () => Promise<unknown>, what?: string) => Promise<void>) => {
  const asked = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  return async (act, what = '') => {
    if (asked.has(what)) return;
    asked.add(what);
    const turn = (asked.size > 1 ? last.then(act) : act()).finally(() => asked.delete(what));
    last = turn.catch(() => {});
    await turn;
  };
};
