import type { UploadItem, UploadQueue } from '../uploads/upload-queue.ts';

/** The upload that the API has made of a file, or why it has refused it. */
export type UploadOutcome = Pick<UploadItem, 'uploadId' | 'error' | 'file'>;

/**
 * Sends files by the queue, and waits until each has become an upload or was refused. One that fails for a while stays
 * in the queue, where a person can have it sent again, and is waited for.
 */
export const uploadAll = (queue: UploadQueue, files: readonly File[]): Promise<ReadonlyMap<File, UploadOutcome>> =>
  new Promise((resolve) => {
    const wanted = new Set(files);
    const outcomes = new Map<File, UploadOutcome>();
    const look = () => {
      const items = queue.items().filter(({ file }) => wanted.has(file));
      const ended = items.filter(
        ({ state, file }) => (state === 'ready' || state === 'refused') && !outcomes.has(file),
      );
      for (const { uploadId, error, file } of ended) outcomes.set(file, { ...(uploadId && { uploadId }), error, file });
      // Whoever takes a file off the queue does not want it.
      const gone = files.filter((file) => !outcomes.has(file) && !items.some((item) => item.file === file));
      for (const file of gone) outcomes.set(file, { error: undefined, file });
      if (outcomes.size < wanted.size) return;
      stop();
      // The next ones are to be seen.
      for (const { id, state } of items) if (state === 'ready') queue.remove(id);
      resolve(outcomes);
    };
    queue.addToLibrary(files);
    const stop = queue.subscribe(() => queueMicrotask(look));
    look();
  });
