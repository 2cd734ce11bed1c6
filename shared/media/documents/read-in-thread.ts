import { Worker } from 'node:worker_threads';
import { RejectedFileError } from '../rejected-file-error.ts';
import type { DocumentAnswer, DocumentRequest } from './document-thread.ts';
import type { ReadDocument } from './read-document-file.ts';

/** How long a document may take, in milliseconds: half of what the function has. */
const timeLimit = 60_000;

/** How much memory it may take, in bytes, and how often that is looked at, in milliseconds. */
const [memoryLimit, memoryPeriod] = [1_000 * 1024 * 1024, 100];

/** The thread's code: bundled it lies beside the function's own, which is loaded without it. */
const thread = new URL(
  import.meta.url.endsWith('.ts') ? './document-thread.ts' : './document-thread.mjs',
  import.meta.url,
);

const answerOf = (bytes: Uint8Array, declared: string): Promise<DocumentAnswer> =>
  new Promise((resolve, reject) => {
    const workerData: DocumentRequest = { bytes, declared };
    const before = process.memoryUsage.rss();
    const worker = new Worker(thread, { workerData, resourceLimits: { maxOldGenerationSizeMb: 900 } });
    const stop = (): void => {
      reject(new RejectedFileError('too-complex'));
      void worker.terminate();
    };
    const timer = setTimeout(stop, timeLimit);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memoryLimit) stop();
    }, memoryPeriod);
    worker.once('message', (answer: DocumentAnswer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      reject(isTooLarge ? new RejectedFileError('too-complex', { cause: error }) : error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
      reject(new Error('The thread has ended without an answer.'));
    });
  });

/**
 * Reads a document in a thread of its own: what takes too long or too much memory is refused there, and its libraries
 * are loaded only where a document comes. Throws `RejectedFileError`.
 */
export const readInThread = async (bytes: Uint8Array, declared: string): Promise<ReadDocument> => {
  const answer = await answerOf(bytes, declared);
  if ('document' in answer) return answer.document;
  const { code, params } = answer.rejection;
  throw new RejectedFileError(code, { params, cause: answer.cause });
};
