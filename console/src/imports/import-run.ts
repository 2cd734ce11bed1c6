import { batchesOfLines } from '../../../shared/model/import/batches-of-lines.ts';
import { tableOf } from '../../../shared/model/import/category-table.ts';
import { checkLines, type SoundLine } from '../../../shared/model/import/check-lines.ts';
import { addUnmapped, type ImportSummary, newSummary } from '../../../shared/model/import/import-summary.ts';
import { readLines } from '../../../shared/model/import/read-lines.ts';
import { type ReadyLine, sendLines } from '../../../shared/model/import/send-lines.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';
import type { AnswerOf, Api } from '../api/api.ts';
import type { ChosenFile } from '../ui/chosen-file.ts';
import type { UploadQueue } from '../uploads/upload-queue.ts';
import type { Language, Words } from '../words/words.ts';
import { fileFinder } from './find-files.ts';
import { lineFiles } from './line-files.ts';
import { sendBy } from './send-by.ts';
import { type UploadOutcome, uploadAll } from './upload-all.ts';
import { importWords } from './words.ts';

/** What is imported, and how. */
interface ImportRequest {
  readonly archive: ChosenFile;
  readonly files: readonly ChosenFile[];
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

interface Surroundings {
  readonly api: Api;
  readonly uploads: UploadQueue;
  readonly site: AnswerOf<'getStaffSite'>;
  readonly language: Language;
  readonly words: Words;
}

/** How far an import is. */
interface ImportState {
  readonly phase: 'checking' | 'checked' | 'importing' | 'imported' | 'failed';
  readonly isDryRun: boolean;
  readonly done: number;
  readonly total: number;
  readonly summary: ImportSummary;
  readonly failure?: unknown;
}

/** The bytes of a file, some at a time. */
const chunksOf = async function* (file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  // Not every browser iterates over a stream.
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
};

/** An archive on its way in, whichever screen its person looks at meanwhile. */
export class ImportRun {
  readonly request: ImportRequest;
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  #state: ImportState = { phase: 'checking', isDryRun: true, done: 0, total: 0, summary: newSummary() };

  constructor(request: ImportRequest, around: Surroundings) {
    this.request = request;
    this.#around = around;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ImportState => this.#state;

  /** Finds out what would become of each line, or imports them. Those that were imported before stay as they are. */
  async begin(isDryRun: boolean): Promise<void> {
    const summary = newSummary();
    this.#set({ phase: isDryRun ? 'checking' : 'importing', isDryRun, done: 0, total: 0, summary, failure: undefined });
    try {
      let total = 0;
      for await (const _ of readLines(chunksOf(this.request.archive.file))) total += 1;
      this.#set({ total });
      await this.#work(summary, isDryRun);
      this.#set({ phase: isDryRun ? 'checked' : 'imported', done: total });
    } catch (failure) {
      this.#set({ phase: 'failed', failure });
    }
  }

  async #work(summary: ImportSummary, isDryRun: boolean): Promise<void> {
    const send = sendBy(this.#around, { ...this.request, isDryRun });
    let sent = 0;
    let sending: Promise<void> = Promise.resolve();
    for await (const batch of batchesOfLines(this.#soundLines(summary))) {
      // While some lines are imported, the files of the next ones are sent.
      const ready = await this.#prepare(batch, summary, isDryRun);
      await sending;
      const before = sent;
      sent += batch.length;
      const note = (done: number) => this.#set({ done: before + done });
      sending = sendLines({ send, summary }, ready, note).then(() => this.#set({ done: before + batch.length }));
      // It is waited for in the next round: until then nobody else would take its failure.
      sending.catch(() => {});
    }
    await sending;
  }

  /** The lines that may be sent. Why the others cannot is added to the summary. */
  async *#soundLines(summary: ImportSummary): AsyncGenerator<SoundLine> {
    const { site, language } = this.#around;
    const { archive, ignoresCase } = this.request;
    const options = { ignoresCase, table: tableOf(site.categories) };
    for await (const checked of checkLines(readLines(chunksOf(archive.file)), options)) {
      const { number, externalId, sound, errors, unmapped, isUnmapped } = checked;
      addUnmapped(summary, unmapped);
      if (sound) {
        yield sound;
        continue;
      }
      const names = [...unmapped.categories, ...unmapped.tags].join(', ');
      const message = importWords[language].unmapped(names);
      summary.refused.push({
        ...{ line: number, externalId },
        errors: [...wordErrors(errors, language), ...(isUnmapped ? [{ path: 'category', message }] : [])],
      });
    }
  }

  async #prepare(batch: readonly SoundLine[], summary: ImportSummary, isDryRun: boolean): Promise<ReadyLine[]> {
    const { uploads, language, words } = this.#around;
    const { archive, files } = this.request;
    const find = fileFinder(archive, files);
    const filesOf = lineFiles({ find, language, words });
    const outcomes: ReadonlyMap<File, UploadOutcome> = isDryRun
      ? new Map()
      : await uploadAll(uploads, await filesOf.all(batch.flatMap(({ value }) => value ?? [])));
    const ready: ReadyLine[] = [];
    for (const { number, text, value } of batch) {
      if (!value) {
        ready.push({ number, text });
        continue;
      }
      const { line, errors, warnings, externalId } = await filesOf.replaced(value, isDryRun ? undefined : outcomes);
      if (warnings.length > 0) summary.warnings.push({ line: number, externalId, errors: warnings });
      if (errors.length > 0) summary.refused.push({ line: number, externalId, errors });
      else ready.push({ number, text: JSON.stringify(line) });
    }
    return ready;
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
