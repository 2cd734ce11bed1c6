import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

/** The Sergi that the sample is filled into. */
export interface SampleTarget {
  /** The address of the API. */
  readonly url: string;
  token(request: { readonly groups: readonly string[] }): Promise<string>;
}

/** What an admin of the sample does. */
export interface Staff {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** Changes something, whatever version it has. */
  patch(path: string, body: object): Promise<unknown>;
  /** Puts something in place of what is there. */
  put(path: string, body: object): Promise<unknown>;
  /** Posts what is to be made, and gives its id. */
  create(path: string, body: object): Promise<string>;
}

const idSchema = z.object({ id: z.string() });

/** How often a call is repeated that came too soon after others: a site bears so many calls of staff a second. */
const repeats = 20;

/** An admin of a Sergi. Throws what a refusal says. */
export const staffOf = async (target: SampleTarget): Promise<Staff> => {
  const token = await target.token({ groups: ['admin'] });
  const ask = async (method: string, path: string, body?: object, tries = 0): Promise<unknown> => {
    const response = await fetch(`${target.url}/v1/staff${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.status === 429 && tries < repeats) {
      await pause(500);
      return ask(method, path, body, tries + 1);
    }
    if (!response.ok) throw new Error(`The sample was refused: ${await response.text()}`);
    return response.json();
  };
  const post: Staff['post'] = (path, body) => ask('POST', path, body);
  return {
    get: (path) => ask('GET', path),
    post,
    patch: (path, body) => ask('PATCH', path, body),
    put: (path, body) => ask('PUT', path, body),
    create: async (path, body) => idSchema.parse(await post(path, body)).id,
  };
};

const uploadSchema = z.object({
  uploadId: z.string(),
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** Uploads a file, and gives the id of the upload, which is ingested later. */
export const uploadFile = async (
  staff: Staff,
  fileName: string,
  bytes: Buffer,
  contentType = 'image/jpeg',
): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName, contentType, contentLength: bytes.length, sha256 };
  const { uploadId, url, headers = {} } = uploadSchema.parse(await staff.post('/uploads', request));
  if (url) {
    const { ok, status } = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!ok) throw new Error(`The store has refused ${fileName} of the sample: ${status}.`);
  }
  return uploadId;
};

/** Waits until a field of an answer has a value. */
export const waitFor = async (staff: Staff, path: string, field: string, value: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const its = ((await staff.get(path)) as Record<string, unknown>)[field];
    if (its === value) return;
    if (tries === 600 || its === 'rejected') throw new Error(`The sample waits in vain for ${path} to be ${value}.`);
    await pause(200);
  }
};
