import type { ListedUpload } from './upload.ts';

/** What became of uploads that were to be deleted. */
export interface Deletion {
  readonly gone: readonly ListedUpload[];
  readonly refused: readonly { readonly upload: ListedUpload; readonly error: unknown }[];
  /** Those that were not tried any more: the person has stopped it. */
  readonly left: readonly ListedUpload[];
}

interface DeleteOptions {
  readonly remove: (uploadId: string) => Promise<unknown>;
  /** Told of how many were tried, before each. */
  readonly onProgress: (tried: number) => void;
  /** Stops it before the next one. */
  readonly signal: AbortSignal;
}

/** Deletes uploads one after the other; one that is refused stops no other. */
export const deleteEach = async (
  uploads: readonly ListedUpload[],
  { remove, onProgress, signal }: DeleteOptions,
): Promise<Deletion> => {
  const gone: ListedUpload[] = [];
  const refused: Deletion['refused'][number][] = [];
  for (const [tried, upload] of uploads.entries()) {
    if (signal.aborted) return { gone, refused, left: uploads.slice(tried) };
    onProgress(tried);
    try {
      await remove(upload.uploadId);
      gone.push(upload);
    } catch (error) {
      refused.push({ upload, error });
    }
  }
  return { gone, refused, left: [] };
};
