import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { drawnSample } from './drawn-sample.ts';
import { type Drawing, events, exhibition } from './sample-content.ts';

export interface SampleTarget {
  /** The address of the API. */
  readonly url: string;
  token(request: { readonly groups: readonly string[] }): Promise<string>;
}

const uploadSchema = z.object({
  uploadId: z.string(),
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});
const idSchema = z.object({ id: z.string() });

type Ask = (path: string, body?: unknown) => Promise<unknown>;

/** Fills an empty Sergi with a small sample, once: a file in `data` records that. */
export const seedSample = async (target: SampleTarget, data: string): Promise<void> => {
  const seeded = join(data, 'seeded');
  if (existsSync(seeded)) return;
  const token = await target.token({ groups: ['editor'] });
  const ask: Ask = async (path, body) => {
    const response = await fetch(`${target.url}/v1/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sample was refused: ${await response.text()}`);
    return response.json();
  };

  const uploads = await uploadDrawings(ask);
  for (const { publishAt, cover, content } of events) {
    const { id } = idSchema.parse(
      await ask('/events', {
        ...content,
        ...(cover && { pictures: [{ uploadId: uploads.get(cover.drawing), alt: cover.alt }] }),
      }),
    );
    await ask(`/events/${id}/publish`, { publishAt });
  }
  await showExhibition(ask, uploads);
  writeFileSync(seeded, new Date().toISOString());
};

/** Uploads the drawings, and gives the ids of the uploads when all have been ingested. */
const uploadDrawings = async (ask: Ask): Promise<Map<Drawing, string>> => {
  const uploads = new Map<Drawing, string>();
  for (const [drawing, bytes] of await drawnSample()) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { fileName: `${drawing}.jpg`, contentType: 'image/jpeg', contentLength: bytes.length, sha256 };
    const upload = uploadSchema.parse(await ask('/uploads', request));
    if (upload.url)
      await fetch(upload.url, { method: 'PUT', headers: upload.headers ?? {}, body: new Uint8Array(bytes) });
    uploads.set(drawing, upload.uploadId);
  }
  for (const id of uploads.values()) await until(ask, `/uploads/${id}`, 'state', 'ready');
  return uploads;
};

const showExhibition = async (ask: Ask, uploads: Map<Drawing, string>): Promise<void> => {
  const { content, artworks, publishAt } = exhibition;
  const path = `/exhibitions/${idSchema.parse(await ask('/exhibitions', content)).id}`;
  await ask(`${path}/status`, { status: 'open' });
  const artworkIds: string[] = [];
  for (const { drawing, content } of artworks) {
    const entered = await ask(`${path}/artworks`, { ...content, uploadId: uploads.get(drawing) });
    artworkIds.push(idSchema.parse(entered).id);
  }
  await ask(`${path}/status`, { status: 'selection' });
  await ask(`${path}/selection`, { artworkIds });
  await ask(`${path}/publish`, { publishAt });
  await until(ask, path, 'status', 'published');
};

/** Waits until a field of an answer has a value. */
const until = async (ask: Ask, path: string, field: string, value: string): Promise<void> => {
  for (let tries = 0; ((await ask(path)) as Record<string, unknown>)[field] !== value; tries += 1) {
    if (tries === 300) throw new Error(`The sample waits in vain for ${path} to be ${value}.`);
    await pause(100);
  }
};
