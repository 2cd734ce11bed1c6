import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Clock ticks of the kernel a second, in which it says what a process has taken. */
const ticks = 100;

/**
 * The fields of a `stat` file from the state on, which is the third (proc_pid_stat(5)). The name before it may have
 * spaces.
 */
const statOf = (path: string): string[] => {
  const stat = readFileSync(`/proc/${path}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const seconds = (fields: readonly string[]): number => fields.reduce((sum, one) => sum + Number(one), 0) / ticks;

/** Seconds of the processor that a process has taken, on Linux. */
export const processorOf = (pid: number): number => seconds(statOf(`${pid}`).slice(11, 13));

/** Seconds of the processor that those children of this process have taken that have ended, on Linux. */
export const processorOfChildren = (): number => seconds(statOf('self').slice(13, 15));

/** The most memory that a process has had, in megabytes, on Linux. */
export const residentPeakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const isRunnable = (path: string): boolean => {
  try {
    return statOf(path)[0] === 'R';
  } catch {
    // It has ended.
    return false;
  }
};

const runnableThreadsOf = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`).filter((thread) => isRunnable(`${pid}/task/${thread}`)).length;
  } catch {
    return 0;
  }
};

/** How often it is looked which threads have something to do, in milliseconds. */
const lookMs = 20;

/**
 * Watches, until the function that it gives is called, how many cores the threads of some processes would keep busy, on
 * average, if nothing else ran: a thread that waits for a core counts as well as one that has one. So it says on a busy
 * machine, too, whether cores would idle.
 */
export const watchWork = (pids: readonly number[]): (() => number) => {
  const cores = availableParallelism();
  let [sum, looks] = [0, 0];
  const timer = setInterval(() => {
    const runnable = pids.map(runnableThreadsOf).reduce((total, one) => total + one, 0);
    sum += Math.min(cores, runnable);
    looks += 1;
  }, lookMs);
  return () => {
    clearInterval(timer);
    return sum / looks;
  };
};
