/**
 * `npm run import -- archive.jsonl [--dry-run]`: publishes an archive in JSON Lines, with its images, and reports the
 * refused lines. It skips lines that have been imported, so that running it again resumes an interrupted import.
 */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import * as z from 'zod';
import { mapWithConcurrency } from '../shared/async/map-with-concurrency.ts';
import { importReportSchema } from '../shared/contract/staff-schemas.ts';
import { ApiError, type ApiTarget, apiTargetFromEnvironment, callApi } from './api.ts';
import { say, sayError } from './command-words.ts';
import { drawProgress } from './progress.ts';
import { uploadImage } from './upload-image.ts';

/** Lines and bytes of one request: it must end within seconds, and the API reads a megabyte. */
const batchLines = 100;
const batchBytes = 900_000;

/** How many requests at the same time. */
const concurrency = 2;

interface Line {
  readonly number: number;
  readonly text: string;
}

const imageSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional() });
const withImagesSchema = z.looseObject({ images: z.array(imageSchema) });

const batches = function* (lines: readonly Line[]): Generator<Line[]> {
  let batch: Line[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(line.text) + 1;
    if (batch.length > 0 && (batch.length === batchLines || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
};

/** The bytes of an image that a line names: a file beside the archive, or an address. */
const bytesOf = async ({ file, url }: z.output<typeof imageSchema>, folder: string): Promise<Buffer> => {
  if (file !== undefined) return readFile(resolve(folder, file));
  const response = await fetch(url ?? '');
  if (!response.ok) throw new Error(say('answered', { what: url ?? '', status: response.status }));
  return Buffer.from(await response.arrayBuffer());
};

/**
 * The line with uploads in place of its files and addresses. An invalid line is passed on unchanged, and the API
 * reports why.
 */
const withUploads = async (site: ApiTarget, text: string, folder: string, isDryRun: boolean): Promise<string> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const parsed = withImagesSchema.safeParse(value);
  // Serialized anew: with escapes a line may be several times as long.
  if (!parsed.success) return JSON.stringify(value);
  const images: unknown[] = [];
  for (const image of parsed.data.images) {
    const { file, url, ...rest } = image;
    if (file === undefined && url === undefined) images.push(image);
    else {
      const bytes = await bytesOf(image, folder);
      // A dry run sends nothing: it checks whether the file exists and is an image.
      if (isDryRun) await sharp(bytes).metadata();
      images.push(isDryRun ? image : { ...rest, uploadId: await uploadImage(site, file ?? url ?? '', bytes) });
    }
  }
  return JSON.stringify({ ...parsed.data, images });
};

const run = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (!path) throw new Error(say('usage', { usage: 'npm run import -- archive.jsonl [--dry-run]' }));
  const isDryRun = values['dry-run'];
  const site = await apiTargetFromEnvironment();
  const folder = dirname(resolve(path));
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');

  const total = { created: 0, unchanged: 0, done: 0 };
  const refused: { line: number; externalId?: string | undefined; errors: { path: string; message: string }[] }[] = [];
  const note = () =>
    say('importCounts', { created: total.created, unchanged: total.unchanged, refused: refused.length });
  const send = async (ready: readonly Line[]): Promise<void> => {
    const body = ready.map(({ text }) => text).join('\n');
    try {
      const answer = await callApi(site, `/imports?dryRun=${isDryRun}`, { body, type: 'application/jsonl' });
      const report = importReportSchema.parse(answer);
      total.created += report.created;
      total.unchanged += report.unchanged;
      refused.push(...report.refused.map((item) => ({ ...item, line: ready[item.line - 1]?.number ?? 0 })));
    } catch (error) {
      // The whole request was refused: each line is sent alone, until the faulty one is found.
      const [first] = ready;
      if (!(error instanceof ApiError) || !first) throw error;
      if (ready.length === 1) refused.push({ line: first.number, errors: [{ path: 'line', message: error.message }] });
      else for (const line of ready) await send([line]);
    }
  };
  drawProgress(0, lines.length, note());
  await mapWithConcurrency([...batches(lines)], concurrency, async (batch) => {
    const ready: Line[] = [];
    for (const line of batch) {
      try {
        ready.push({ ...line, text: await withUploads(site, line.text, folder, isDryRun) });
      } catch (error) {
        refused.push({ line: line.number, errors: [{ path: 'images', message: sayError(error as Error) }] });
      }
    }
    if (ready.length > 0) await send(ready);
    total.done += batch.length;
    drawProgress(total.done, lines.length, note());
  });

  for (const { line, externalId, errors } of refused.toSorted((a, b) => a.line - b.line)) {
    const reasons = errors.map(({ path: at, message }) => `${at}: ${message}`).join('; ');
    console.log(`${say('line', { line })}${externalId ? ` (${externalId})` : ''}: ${reasons}`);
  }
  console.log(isDryRun ? say('wouldBe', { counts: note() }) : note());
  return refused.length === 0;
};

run().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (error: Error) => {
    console.error(sayError(error));
    process.exit(2);
  },
);
