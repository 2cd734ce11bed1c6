import type { ListedUpload } from './upload.ts';

/** What an upload is called: its file, or its id, where the person may not know that. */
export const uploadName = ({ fileName, uploadId }: Pick<ListedUpload, 'fileName' | 'uploadId'>): string =>
  fileName ?? uploadId;
