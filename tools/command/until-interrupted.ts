import { say } from './command-words.ts';

/** The exit code of a command that a person has ended by Ctrl-C, as shells have it: 128 and the number of SIGINT. */
export const interruptedExitCode = 130;

/** Thrown where a person ends a command by Ctrl-C. */
export class InterruptedError extends Error {}

/**
 * Does some work with a signal that aborts, by an `InterruptedError`, as soon as a person presses Ctrl-C. Pressing it
 * once more ends the process at once.
 */
export const untilInterrupted = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const interruption = new AbortController();
  const stop = () => interruption.abort(new InterruptedError(`${say('stopped')} ${say('runAgain')}`));
  process.once('SIGINT', stop);
  try {
    return await work(interruption.signal);
  } finally {
    process.off('SIGINT', stop);
  }
};
