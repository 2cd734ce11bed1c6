import { inTurns } from '../../shared/async/in-turns.ts';
import { importReportSchema } from '../../shared/contract/staff-schemas.ts';
import { ApiError, callApi } from '../api.ts';
import { sayError } from '../command-words.ts';
import { drawProgress } from '../progress.ts';
import { mostAwaited } from './await-search.ts';
import type { CategoryTable } from './category-table.ts';
import { soundLines } from './check-archive.ts';
import { addReport, type ImportSummary, newSummary, sayCounts } from './import-report.ts';
import { type ImageOptions, withUploads } from './prepare-line.ts';
import { readLines } from './read-lines.ts';

/** Bytes of one request: the API reads a megabyte. */
const batchBytes = 900_000;

/** Lines of a request: it must end within half a minute, which a busy site does for fewer than an idle one. */
const batchLines = { first: 25, fewest: 5, most: 100 };

/** A request that takes less makes the next ones larger, and one that takes more, smaller; in milliseconds. */
const fast = 3_000;
const slow = 8_000;

/** How many lines the next request has. */
interface Pace {
  lines: number;
}

/** How many requests at the same time. */
const concurrency = 2;

/** How an archive is imported. */
export interface ArchiveImport extends ImageOptions {
  readonly path: string;
  readonly table: CategoryTable;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

/** A line on its way. */
interface Ready {
  readonly number: number;
  readonly text: string;
}

type Sound = ReturnType<typeof soundLines> extends AsyncGenerator<infer T> ? T : never;

const batchesOf = async function* (lines: AsyncIterable<Sound>, pace: Pace): AsyncGenerator<Sound[]> {
  let batch: Sound[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const size = Buffer.byteLength(line.text) + 1;
    if (batch.length > 0 && (batch.length >= pace.lines || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
};

/** Sends lines, and adds what becomes of them. A request that is refused as a whole is sent line by line. */
const send = async (given: ArchiveImport, ready: readonly Ready[], summary: ImportSummary): Promise<void> => {
  const { site, isDryRun, isUpdate, ignoresCase } = given;
  const query = `dryRun=${isDryRun}&update=${isUpdate}&ignoreCase=${ignoresCase}`;
  const body = ready.map(({ text }) => text).join('\n');
  try {
    const answer = await callApi(site, `/imports?${query}`, { body, type: 'application/jsonl' });
    const report = importReportSchema.parse(answer);
    addReport(
      summary,
      report,
      ready.map(({ number }) => number),
    );
    const isRefused = new Set(report.refused.map(({ line }) => line));
    const taken = ready.filter((_, n) => !isRefused.has(n + 1));
    // An answer counts: where all others were created, it is known which.
    if (report.created === taken.length) summary.imported.push(...taken.slice(-mostAwaited).map(({ text }) => text));
  } catch (error) {
    const [first] = ready;
    if (!(error instanceof ApiError) || !first) throw error;
    if (ready.length > 1) for (const line of ready) await send(given, [line], summary);
    else summary.refused.push({ line: first.number, errors: [{ path: 'line', message: error.message }] });
  }
};

/** Sends a request, and sets the pace by how long it took. */
const timed = async (pace: Pace, work: () => Promise<void>): Promise<void> => {
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  if (took > slow) pace.lines = Math.max(batchLines.fewest, Math.floor(pace.lines / 2));
  else if (took < fast) pace.lines = Math.min(batchLines.most, pace.lines * 2);
};

const prepare = async (given: ArchiveImport, batch: readonly Sound[], summary: ImportSummary): Promise<Ready[]> => {
  const ready: Ready[] = [];
  for (const { number, text, value } of batch) {
    try {
      ready.push({ number, text: value ? JSON.stringify(await withUploads(value, given)) : text });
    } catch (error) {
      const id = value && 'externalId' in value && typeof value.externalId === 'string' ? value.externalId : undefined;
      summary.refused.push({
        ...{ line: number, externalId: id },
        errors: [{ path: 'images', message: sayError(error as Error) }],
      });
    }
  }
  return ready;
};

/**
 * Imports the lines of an archive with their images, or finds out what would become of them. The file is read twice and never
 * held in memory: an archive may be of any size.
 */
export const importArchive = async (given: ArchiveImport): Promise<ImportSummary> => {
  const summary = newSummary();
  let total = 0;
  for await (const _ of readLines(given.path)) total += 1;
  let done = 0;
  const draw = () => drawProgress(done, total, sayCounts(summary));
  draw();
  const inTurn = inTurns();
  const pace: Pace = { lines: batchLines.first };
  const batches = batchesOf(soundLines(given.path, given, summary), pace);
  const work = async (): Promise<void> => {
    for await (const batch of batches) {
      // Of lines with one title the first gets its slug: also where they are in two requests.
      const keys = batch.flatMap((line) => line.keys);
      await inTurn(keys, async () => {
        const ready = await prepare(given, batch, summary);
        if (ready.length > 0) await timed(pace, () => send(given, ready, summary));
      });
      done += batch.length;
      draw();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  drawProgress(total, total, sayCounts(summary));
  return summary;
};
