import { setTimeout as pause } from 'node:timers/promises';

/** How long a request waits for another worker, in milliseconds: less than API Gateway waits for the request. */
export const requestTimeoutMs = 20_000;

/** Reads again and again until there is something; `undefined` where there is nothing after 20 seconds. */
export const pollUntilFound = async <T>(read: () => Promise<T | undefined>): Promise<T | undefined> => {
  const end = performance.now() + requestTimeoutMs;
  for (let wait = 40; ; wait = Math.min(wait * 1.4, 1000)) {
    const found = await read();
    if (found !== undefined || performance.now() > end) return found;
    await pause(wait);
  }
};
