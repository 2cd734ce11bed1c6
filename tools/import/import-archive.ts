import { createReadStream } from 'node:fs';
import { inTurns } from '../../shared/async/in-turns.ts';
import { batchesOfLines } from '../../shared/model/import/batches-of-lines.ts';
import type { CategoryTable } from '../../shared/model/import/category-table.ts';
import { externalIdIn, type SoundLine } from '../../shared/model/import/check-lines.ts';
import { type ImportSummary, newSummary } from '../../shared/model/import/import-summary.ts';
import { readLines } from '../../shared/model/import/read-lines.ts';
import { type ReadyLine, sendLines } from '../../shared/model/import/send-lines.ts';
import { SignedOutError } from '../api-client/api.ts';
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
      if (error instanceof SignedOutError) throw error;
      summary.refused.push({ line: number, externalId, errors: [{ path, message: sayError(error as Error) }] });
    }
  }
  return ready;
};

/**
 * Imports the lines of an archive with their images and files, or finds out what would become of them. The file is read
 * twice and never held in memory: an archive may be of any size.
 */
export const importArchive = async (given: ArchiveImport): Promise<ImportSummary> => {
  const summary = newSummary();
  let total = 0;
  for await (const _ of readLines(createReadStream(given.path))) total += 1;
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
  await Promise.all(Array.from({ length: concurrency }, work));
  drawProgress(total, total, sayCounts(summary));
  return summary;
};
