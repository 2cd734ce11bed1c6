import { basename } from 'node:path';
import type { FileFacts } from '../../shared/sheet/outgoing-file.ts';
import type { ApiTarget } from '../api-client/api.ts';
import { awaitReady, sendFile, startUpload } from './upload-file.ts';

/** Longest name of a file that the API takes. */
const maxName = 255;

/** The name of a file at a path or an address, as people read it. */
const nameOf = (source: string): string => {
  const path = /^https?:/i.test(source) && URL.canParse(source) ? new URL(source).pathname : source;
  const name = basename(path);
  try {
    return decodeURIComponent(name).slice(-maxName);
  } catch {
    return name.slice(-maxName);
  }
};

/**
 * Uploads bytes that were read from a path or an address, unless they are there already, and waits until they are
 * ready; gives the upload's id. Throws `ApiError` with the reason of a refusal.
 */
export const uploadBytes = async (
  site: ApiTarget,
  source: string,
  bytes: Buffer,
  facts: FileFacts,
): Promise<string> => {
  const open = async () => new Blob([new Uint8Array(bytes)]);
  const file = { fileName: nameOf(source) || 'file', ...facts, open };
  const upload = await startUpload(site, file);
  await sendFile(site, file, upload);
  await awaitReady(site, upload.uploadId);
  return upload.uploadId;
};
