import { basename } from 'node:path';
import { describeImage } from './describe-image.ts';
import type { Site } from './site.ts';
import { awaitReady, openUpload, sendFile } from './upload-file.ts';

/** Uploads an image, unless it is there already, and waits until it is ready; gives the upload's id. Throws with the reason of a refusal. */
export const uploadImage = async (site: Site, name: string, bytes: Buffer): Promise<string> => {
  const open = async () => new Blob([new Uint8Array(bytes)]);
  const file = { fileName: basename(name), ...(await describeImage(bytes)), open };
  const upload = await openUpload(site, file);
  await sendFile(site, file, upload);
  await awaitReady(site, upload.uploadId);
  return upload.uploadId;
};
