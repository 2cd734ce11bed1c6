import { hashFile } from './hash-file.ts';

/** What the worker is asked, and answers; without a hash the file could not be read. */
export interface HashRequest {
  readonly id: number;
  readonly file: File;
}

export interface HashAnswer {
  readonly id: number;
  readonly sha256?: string;
}

addEventListener('message', async ({ data: { id, file } }: MessageEvent<HashRequest>) => {
  const sha256 = await hashFile(file).catch(() => undefined);
  postMessage({ id, ...(sha256 && { sha256 }) } satisfies HashAnswer);
});
