import { inTurns } from '../../shared/async/in-turns.ts';
import { sayError } from '../command-words.ts';
import { drawProgress } from '../progress.ts';
import type { CategoryTable } from './category-table.ts';
import { soundLines } from './check-archive.ts';
import { type ImportSummary, newSummary, sayCounts } from './import-report.ts';
import { readLines } from './read-lines.ts';
import { type ReadyLine, sendLines } from './send-lines.ts';
import type { UploadOptions } from './upload-options.ts';
import { withFiles } from './with-files.ts';
import { withImages } from './with-images.ts';

/** Bytes of one request: the API reads a megabyte. */
const batchBytes = 900_000;

/** Lines of a request: the bar moves, and an archive with pictures is imported while the next ones are uploaded. */
const batchLines = 100;

/** How many jobs at the same time. */
const concurrency = 2;

/** How an archive is imported. */
interface ArchiveImport extends UploadOptions {
  readonly path: string;
  readonly table: CategoryTable;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

type Sound = ReturnType<typeof soundLines> extends AsyncGenerator<infer T> ? T : never;

const batchesOf = async function* (lines: AsyncIterable<Sound>): AsyncGenerator<Sound[]> {
  let batch: Sound[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const size = Buffer.byteLength(line.text) + 1;
    if (batch.length > 0 && (batch.length >= batchLines || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
};

const prepare = async (given: ArchiveImport, batch: readonly Sound[], summary: ImportSummary): Promise<ReadyLine[]> => {
  const ready: ReadyLine[] = [];
  for (const { number, text, value } of batch) {
    if (!value) {
      ready.push({ number, text });
      continue;
    }
    const externalId = 'externalId' in value && typeof value.externalId === 'string' ? value.externalId : undefined;
    let path = 'images';
    try {
      const shown = await withImages(value, given);
      path = 'files';
      const { line, places, leftOut } = await withFiles(shown, given);
      ready.push({ number, text: JSON.stringify(line), places });
      if (leftOut.length > 0) summary.warnings.push({ line: number, externalId, errors: leftOut });
    } catch (error) {
      summary.refused.push({ line: number, externalId, errors: [{ path, message: sayError(error as Error) }] });
    }
  }
  return ready;
};

/**
 * Imports the lines of an archive with their images and files, or finds out what would become of them. The file is read twice and never
 * held in memory: an archive may be of any size.
 */
export const importArchive = async (given: ArchiveImport): Promise<ImportSummary> => {
  const summary = newSummary();
  let total = 0;
  for await (const _ of readLines(given.path)) total += 1;
  let finished = 0;
  /** How many lines of each job that runs are done. */
  const running = new Map<readonly Sound[], number>();
  const draw = () => {
    const done = [...running.values()].reduce((sum, count) => sum + count, finished);
    // A full bar says that all is done.
    drawProgress(Math.min(done, total - 1), total, sayCounts(summary));
  };
  draw();
  const inTurn = inTurns();
  const batches = batchesOf(soundLines(given.path, given, summary));
  const work = async (): Promise<void> => {
    for await (const batch of batches) {
      // Of lines with one title the first gets its slug: also where they are in two requests.
      const keys = batch.flatMap((line) => line.keys);
      await inTurn(keys, async () => {
        const ready = await prepare(given, batch, summary);
        const note = (count: number) => {
          running.set(batch, count);
          draw();
        };
        if (ready.length > 0) await sendLines({ ...given, summary }, ready, note);
      });
      running.delete(batch);
      finished += batch.length;
      draw();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  drawProgress(total, total, sayCounts(summary));
  return summary;
};
