import { UnreadableFileError } from './file-errors.ts';
import type { HashAnswer, HashRequest } from './hash-worker.ts';

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (answer: HashAnswer) => void>();

const start = (): Worker => {
  const started = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<HashAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return started;
};

/**
 * SHA-256 of a file in lower-case hex, computed beside the page, which goes on answering. Rejects with an
 * {@link UnreadableFileError}.
 */
export const hashInWorker = async (file: File): Promise<string> => {
  worker ??= start();
  last += 1;
  const request: HashRequest = { id: last, file };
  const { promise, resolve } = Promise.withResolvers<HashAnswer>();
  waiting.set(request.id, resolve);
  worker.postMessage(request);
  const { sha256 } = await promise;
  if (!sha256) throw new UnreadableFileError();
  return sha256;
};
