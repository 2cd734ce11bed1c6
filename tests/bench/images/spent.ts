import { performance } from 'node:perf_hooks';

/**
 * What a piece of work took: milliseconds by the clock and of the processor, and the most memory that the process has
 * had, in megabytes.
 */
export interface Spent {
  readonly ms: number;
  readonly cpu: number;
  readonly peak: number;
}

/** Does a piece of work and says what it took. */
export const spent = async (work: () => Promise<unknown>): Promise<Spent> => {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  return { ms: performance.now() - begun, cpu: (user + system) / 1000, peak };
};
