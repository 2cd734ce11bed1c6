import { say } from './command-words.ts';

/** Thrown where somebody ends a command by Ctrl-C. */
export class InterruptedError extends Error {}

/**
 * Does some work with a signal that aborts, by an `InterruptedError`, as soon as somebody presses Ctrl-C. Whoever does
 * so once more ends the process at once.
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
