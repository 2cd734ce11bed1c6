import { createReadStream } from 'node:fs';
import { inTurns } from '../../shared/async/in-turns.ts';
import { batchesOfLines } from '../../shared/model/import/batches-of-lines.ts';
import type { CategoryTable } from '../../shared/model/import/category-table.ts';
import { externalIdIn, type SoundLine } from '../../shared/model/import/check-lines.ts';
import type { ImportSummary } from '../../shared/model/import/import-summary.ts';
import { readLines } from '../../shared/model/import/read-lines.ts';
import { type ReadyLine, sendLines } from '../../shared/model/import/send-lines.ts';
import { LockedOutError } from '../api-client/api.ts';
import { RetryableError } from '../api-client/send-request.ts';
import { sayError } from '../command/command-words.ts';
import { drawProgress } from '../command/progress.ts';
import { soundLines } from './check-archive.ts';
import { sayCounts } from './import-report.ts';
import { sendTo } from './send-to-api.ts';
import type { UploadOptions } from './upload-options.ts';
import { withFiles } from './with-files.ts';
import { withImages } from './with-images.ts';

/** How many jobs at the same time. */
const concurrency = 2;

/** How an archive is imported. */
interface ArchiveImport extends UploadOptions {
  readonly path: string;
  /** How many lines it has. */
  readonly total: number;
  readonly table: CategoryTable;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

const prepare = async (
  given: ArchiveImport,
  batch: readonly SoundLine[],
  summary: ImportSummary,
): Promise<ReadyLine[]> => {
  const ready: ReadyLine[] = [];
  for (const { number, text, value } of batch) {
    if (!value) {
      ready.push({ number, text });
      continue;
    }
    const externalId = externalIdIn(value);
    let path = 'images';
    try {
      const shown = await withImages(value, given);
      path = 'files';
      const { line, messages } = await withFiles(shown, given);
      ready.push({ number, text: JSON.stringify(line) });
      if (messages.length > 0) summary.warnings.push({ line: number, externalId, errors: messages });
    } catch (error) {
      // No line is to blame, and none that follows could be sent.
      if (error instanceof LockedOutError || error instanceof RetryableError) throw error;
      summary.refused.push({ line: number, externalId, errors: [{ path, message: sayError(error as Error) }] });
    }
  }
  return ready;
};

/** How many lines an archive has, read as they are imported: it may be of any size, and is never held in memory. */
export const countLines = async (path: string): Promise<number> => {
  let count = 0;
  for await (const _ of readLines(createReadStream(path))) count += 1;
  return count;
};

/**
 * Imports the lines of an archive with their images and files, or finds out what would become of them, and adds that to
 * the summary. Throws where no other line could be sent; then the summary has those that were.
 */
export const importArchive = async (given: ArchiveImport, summary: ImportSummary): Promise<void> => {
  const { total } = given;
  let finished = 0;
  /** How many lines of each job that runs are done. */
  const running = new Map<readonly SoundLine[], number>();
  const draw = () => {
    const done = [...running.values()].reduce((sum, count) => sum + count, finished);
    // A full bar says that all is done.
    drawProgress(Math.min(done, total - 1), total, sayCounts(summary));
  };
  draw();
  const inTurn = inTurns();
  const send = sendTo(given);
  const batches = batchesOfLines(soundLines(given.path, given, summary));
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
        if (ready.length > 0) await sendLines({ send, summary }, ready, note);
      });
      running.delete(batch);
      finished += batch.length;
      draw();
    }
  };
  // Where one ends early, what the other has sent is imported all the same.
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  drawProgress(total, total, sayCounts(summary));
};
