import type { Product } from './product.ts';

type Call = Product['cloud']['calls'][number];

/** What a function has asked of S3. */
export interface Watched {
  /** How often, by action. */
  readonly calls: ReadonlyMap<string, number>;
  /** How many calls were under way, on average, from the first to the last. */
  readonly inFlight: number;
}

/** How often it is looked how many calls are under way, in milliseconds. */
const lookMs = 5;

/**
 * Lets S3 answer a function only after so many milliseconds, and watches its calls until the function that is given is
 * called.
 */
export const watchCalls = (cloud: Product['cloud'], name: string, answerMs: number): (() => Watched) => {
  const [calls, open]: [Map<string, number>, Set<Call>] = [new Map(), new Set()];
  let [sum, looked, last] = [0, 0, performance.now()];
  const remove = cloud.inject({
    match: (call) => {
      if (!call.action.startsWith('s3:') || !call.function.startsWith(name)) return false;
      calls.set(call.action, (calls.get(call.action) ?? 0) + 1);
      open.add(call);
      return true;
    },
    respond: answerMs,
  });
  const look = (): void => {
    const [now, before] = [performance.now(), last];
    last = now;
    for (const call of open) if (call.status !== 0) open.delete(call);
    if (open.size === 0) return;
    sum += open.size * (now - before);
    looked += now - before;
  };
  const timer = setInterval(look, lookMs);
  return () => {
    clearInterval(timer);
    remove();
    return { calls, inFlight: sum / looked };
  };
};
