import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { artistOf, type Secrets, secretsOf } from '../support/entries/secrets.ts';
import { drawing } from '../support/files/drawings.ts';

/** Calls the API as somebody whose page is open. */
export type Ask = (
  path: string,
  body?: unknown,
  method?: string,
  // biome-ignore lint/suspicious/noExplicitAny: the fields of an answer are taken as they come
) => Promise<any>;

/** The token that a page signs its calls with. */
export const tokenOf = async (page: Page): Promise<string> => {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().endsWith('/v1/staff/me')),
    page.reload(),
  ]);
  return (await request.allHeaders()).authorization ?? '';
};

export const askAs = async (page: Page): Promise<Ask> => {
  const authorization = await tokenOf(page);
  return async (path, body, method = body === undefined ? 'GET' : 'POST') => {
    const response = await fetch(`${inject('site')}/v1/staff${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
};

/** A drawing whose file says whose it is. */
const scan = async (seed: number, { exif, surname }: Secrets): Promise<Buffer> =>
  drawing(seed, 12)
    .resize(420, 300, { fit: 'fill' })
    .withExif({
      IFD0: { Artist: exif, ImageDescription: `${exif} ${surname}`, Copyright: surname },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 52/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${exif}"/></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();

const upload = async (ask: Ask, bytes: Buffer, fileName: string): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const signed = await ask('/uploads', { fileName, contentType: 'image/jpeg', contentLength: bytes.length, sha256 });
  await fetch(signed.url, { method: 'PUT', headers: signed.headers, body: new Uint8Array(bytes) });
  for (;;) {
    const { state } = await ask(`/uploads/${signed.uploadId}`);
    if (state === 'ready') return signed.uploadId;
    if (state === 'rejected') throw new Error('The drawing was rejected.');
    await pause(100);
  }
};

export interface PlantedEntry {
  readonly artworkId: string;
  readonly uploadId: string;
  readonly entryNumber: number;
  /** Its title: it tells which entry it is to this test alone. */
  readonly title: string;
  readonly secrets: Secrets;
}

/** Ordinary words in no order: a title says nothing of its entry. */
const titleOf = (n: number): string => `Rəsm ${((n * 7919 + 4001) % 9973).toString(36)}`;

/**
 * A competition that is rated blind, with so many entries that say in every way whose they are, and nobody on its jury.
 */
export const blindCompetition = async (
  ask: Ask,
  { count, title }: { count: number; title: string },
): Promise<{ id: string; entries: PlantedEntry[] }> => {
  const translations = { en: { title, description: 'Ten of them are shown.' } };
  const { id } = await ask('/exhibitions', { blindRating: true, opensOn: '2026-12-18', translations });
  await ask(`/exhibitions/${id}/status`, { status: 'open' });
  const places = Array.from({ length: count }, (_, n) => n);
  const secretsAt = (n: number) =>
    secretsOf(`x${String.fromCharCode(97 + Math.floor(n / 26))}${String.fromCharCode(97 + (n % 26))}x`);
  const files: string[] = [];
  await mapWithConcurrency(places, 4, async (n) => {
    files[n] = await upload(ask, await scan(7_000 + n, secretsAt(n)), `${secretsAt(n).file}.jpg`);
  });
  const entries: PlantedEntry[] = [];
  for (const n of places) {
    const secrets = secretsAt(n);
    const [uploadId = '', entryNumber] = [files[n], 9_973 * (n + 1)];
    const entry = await ask(`/exhibitions/${id}/artworks`, {
      ...{ uploadId, entryNumber, medium: 'Akvarel', artist: artistOf(secrets, 'full') },
      translations: {
        en: {
          ...{ title: titleOf(n), alt: 'A drawing in many colours' },
          description: `${secrets.given} ${secrets.surname} has drawn it.`,
        },
        az: { title: `${secrets.surname}ın rəsmi`, alt: `${secrets.school.toUpperCase()}, rəngli rəsm` },
      },
    });
    entries.push({ artworkId: entry.id, uploadId, entryNumber, title: titleOf(n), secrets });
  }
  await ask(`/exhibitions/${id}/status`, { status: 'selection' });
  for (;;) {
    const { items } = await ask(`/juries/${id}/works?limit=100`);
    if (items.length === count && items.every(({ image }: { image?: object }) => image)) return { id, entries };
    await pause(200);
  }
};
