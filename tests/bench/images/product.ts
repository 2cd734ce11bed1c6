import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cloud, startCloud } from '@sergi/emulator/cloud.ts';
import { synthesize } from '../../../tools/local/synth.ts';

/** The product on an embedded cloud of its own, with the folder in which it lies, and calls to its staff API as an admin. */
export interface Product {
  readonly cloud: Cloud;
  readonly folder: string;
  // biome-ignore lint/suspicious/noExplicitAny: fields of answers are taken as they come
  ask(path: string, body?: object, method?: string): Promise<any>;
  /** Sends a file to the store; what becomes of it is for ingest to say. */
  send(bytes: Buffer, contentType?: string): Promise<string>;
  settled(uploadId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product; what fails is received again after an hour, if ever, or after as many milliseconds as are given. */
export const startProduct = async (redeliveryDelay = 3_600_000): Promise<Product> => {
  const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
  await synthesize(`${folder}/cdk.out`);
  const cloud = await startCloud({ assembly: `${folder}/cdk.out`, redeliveryDelay });
  const authorization = `Bearer ${await cloud.token({ groups: ['admin'], expiresIn: 86_400 })}`;
  const ask: Product['ask'] = async (path, body, method = body ? 'POST' : 'GET') => {
    const headers = { authorization, ...(body && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${cloud.url}/v1/staff/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    cloud,
    folder,
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
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
