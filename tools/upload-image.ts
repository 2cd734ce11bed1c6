import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import sharp from 'sharp';
import * as z from 'zod';
import { ask, type Site } from './site.ts';

const requestSchema = z.object({
  uploadId: z.string(),
  alreadyUploaded: z.boolean(),
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

const stateSchema = z.object({ state: z.string(), rejection: z.object({ message: z.string() }).optional() });

/** Uploads an image, unless it is there already, and waits until it is ready; gives the upload's id. Throws with the reason of a refusal. */
export const uploadImage = async (site: Site, name: string, bytes: Buffer): Promise<string> => {
  const { format } = await sharp(bytes)
    .metadata()
    .catch(() => ({ format: undefined }));
  const contentType = `image/${format === 'heif' ? 'avif' : (format ?? 'jpeg')}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: basename(name), contentType, contentLength: bytes.length, sha256 };
  const upload = requestSchema.parse(await ask(site, '/uploads', { body: JSON.stringify(request) }));
  if (!upload.alreadyUploaded) {
    const response = await fetch(upload.url ?? '', {
      method: 'PUT',
      headers: upload.headers ?? {},
      body: new Uint8Array(bytes),
    });
    // 412: it has arrived by an earlier run.
    if (!response.ok && response.status !== 412) throw new Error(`the store answered ${response.status}`);
  }
  for (;;) {
    const { state, rejection } = stateSchema.parse(await ask(site, `/uploads/${upload.uploadId}`));
    if (state === 'ready') return upload.uploadId;
    if (state === 'rejected' || state === 'expired') throw new Error(rejection?.message ?? `the upload is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
