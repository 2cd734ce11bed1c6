import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cloud } from '@sergi/emulator/cloud.ts';

/** Calls of the staff API as an admin. */
export interface Staff {
  // biome-ignore lint/suspicious/noExplicitAny: fields of answers are taken as they come
  ask(path: string, body?: object, method?: string): Promise<any>;
  /** Sends a file to the store; what becomes of it is for ingest to say. */
  send(bytes: Buffer, contentType?: string): Promise<string>;
  /** Resolves when ingest is done with an upload; rejects where it refuses it. */
  settled(uploadId: string): Promise<void>;
}

/** The staff API of a cloud. */
export const staffOf = async (cloud: Pick<Cloud, 'url' | 'token'>): Promise<Staff> => {
  const authorization = `Bearer ${await cloud.token({ groups: ['admin'], expiresIn: 86_400 })}`;
  const ask: Staff['ask'] = async (path, body, method = body ? 'POST' : 'GET') => {
    const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${cloud.url}/v1/staff/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    ask,
    send: async (bytes, contentType = 'image/jpeg') => {
      const facts = { contentType, contentLength: bytes.length, sha256: hash('sha256', bytes) };
      const { uploadId, url, headers } = await ask('uploads', { fileName: 'scan.jpg', ...facts });
      const stored = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
      if (!stored.ok) throw new Error(`The store answered ${stored.status}.`);
      return uploadId;
    },
    settled: async (uploadId) => {
      for (;;) {
        const { state, rejection } = await ask(`uploads/${uploadId}`);
        if (state === 'ready') return;
        if (state === 'rejected') throw new Error(rejection.message);
        await pause(100);
      }
    },
  };
};
