import { basename } from 'node:path';
import type { ApiTarget } from './api.ts';
import { readImageFacts } from './read-image-facts.ts';
import { awaitReady, sendFile, startUpload } from './upload-file.ts';

/**
 * Uploads an image, unless it is there already, and waits until it is ready; gives the upload's id. Throws with the
 * reason of a refusal.
 */
export const uploadImage = async (site: ApiTarget, name: string, bytes: Buffer): Promise<string> => {
  const open = async () => new Blob([new Uint8Array(bytes)]);
  const file = { fileName: basename(name), ...(await readImageFacts(bytes)), open };
  const upload = await startUpload(site, file);
  await sendFile(site, file, upload);
  await awaitReady(site, upload.uploadId);
  return upload.uploadId;
};
