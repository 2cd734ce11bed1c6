import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, inject, it } from 'vitest';
import { child, picture } from '../../support/cloud/exhibition-cloud.ts';

const root = join(import.meta.dirname, '../../..');
const data = mkdtempSync(join(tmpdir(), 'sergi-killed-'));
const PORT = String(20_000 + Math.floor(Math.random() * 12_000));
const env = { ...process.env, SERGI_DATA: data, SERGI_ASSEMBLY: inject('assembly'), PORT };

let running: ChildProcess | undefined;

/** Kills the process as `kill -9` does, and waits until it is gone. */
const kill = async (): Promise<void> => {
  const ended = running && once(running, 'exit');
  running?.kill('SIGKILL');
  await ended;
};

afterAll(async () => {
  await kill();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts what `npm start` starts, and gives the address of its API when it is there. */
const start = async (): Promise<string> => {
  running = spawn(process.execPath, [join(root, 'tools/local/start.ts')], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: running.stdout as NodeJS.ReadableStream })) {
    const [, url] = /^api: (\S+)/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('It has not started.');
};

const token = async (): Promise<string> => {
  const printing = spawn(process.execPath, [join(root, 'tools/local/token.ts'), '--role', 'editor'], { env });
  let out = '';
  printing.stdout.on('data', (text) => (out += text));
  await once(printing, 'close');
  return out.trim();
};

it('a Sergi that is killed while it publishes and ingests does both to their end when it is started again', async () => {
  // Without the sample: it has been filled in before.
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'seeded'), '');
  const url = await start();
  const authorization = `Bearer ${await token()}`;
  // biome-ignore lint/suspicious/noExplicitAny: its fields are what the test is about
  const ask = async (path: string, body?: unknown): Promise<any> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { authorization, 'content-type': 'application/json' };
    return (await fetch(`${url}/v1/${path}`, { headers, ...init })).json();
  };
  const send = async (): Promise<string> => {
    const bytes = await picture();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { fileName: 'a.png', contentType: 'image/png', contentLength: bytes.length, sha256 };
    const signed = await ask('staff/uploads', request);
    const sent = { method: 'PUT', headers: signed.headers, body: new Uint8Array(bytes) };
    expect((await fetch(signed.url, sent)).status).toBe(200);
    return signed.uploadId;
  };
  const isReady = async (uploadId: string) => (await ask(`staff/uploads/${uploadId}`)).state === 'ready';
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition())) await pause(100);
  };
  const translations = { az: { title: 'Sərgi', description: 'Mətn' } };
  const { id } = await ask('staff/exhibitions', { opensOn: '2022-11-18', translations });
  const artworkIds: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const uploadId = await send();
    await until(() => isReady(uploadId));
    const content = { uploadId, artist: child('Aysel'), translations: { az: { title: 'Ev', alt: 'Ev' } } };
    artworkIds.push((await ask(`staff/exhibitions/${id}/artworks`, content)).id);
  }
  await ask(`staff/exhibitions/${id}/selection`, { artworkIds });
  const late = await send();
  const publication = ask(`staff/exhibitions/${id}/publish`, {}).catch(() => 'killed');
  // Some of what is to be public has been copied, and not all.
  while (globSync('s3/**/media/*/*', { cwd: data }).length === 0) await pause(5);
  await kill();
  expect(await publication).toBe('killed');

  await start();
  await until(async () => (await fetch(`${url}/v1/exhibitions/${id}`)).status === 200);
  const { artworks } = await ask(`exhibitions/${id}`);
  expect(artworks.map((artwork: { id: string }) => artwork.id)).toEqual(artworkIds);
  for (const { image } of artworks) expect((await fetch(image.renditions[0].url)).status).toBe(200);
  await until(async () => (await ask(`staff/exhibitions/${id}`)).status === 'published');
  await until(() => isReady(late));
}, 120_000);
