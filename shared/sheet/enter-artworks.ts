import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import type { Language } from '../refusals/language.ts';
import type { SheetEntry } from './check-sheet.ts';
import type { Difference } from './compare-artwork.ts';
import { type EnteredArtwork, type EntryTarget, RefusedRowError, type StartedUpload } from './entry-target.ts';
import { type KnownRow, type Updated, updateArtworks } from './update-artworks.ts';
import { saySheet } from './words/say-sheet.ts';

/** The outcome of a row. */
export interface EntryResult {
  readonly entry: SheetEntry;
  readonly result: 'entered' | 'rejected' | Updated['result'];
  /** The artwork, where there is one. */
  readonly artwork?: Pick<EnteredArtwork, 'id' | 'entryNumber'>;
  /** The fields in which the row differs from the exhibition. */
  readonly differences?: readonly Difference[];
  /** True where the artist could not be compared. */
  readonly isHidden?: boolean;
  /** Why it was rejected. */
  readonly reason?: string;
}

/** Called with the progress: of the files to send, then of the artworks to enter. */
type OnProgress = (step: 'sent' | 'entered', done: number, total: number) => void;

/** How artworks are entered. */
interface EnterOptions {
  /** The language that refusals are worded in. */
  readonly language: Language;
  /** True where artworks that were entered before are changed to match the sheet. */
  readonly isUpdate: boolean;
  readonly onProgress: OnProgress;
}

/** How many files are sent, or artworks entered, at the same time. */
const concurrency = 4;

/** How long to wait for images while none becomes ready, in milliseconds. */
const stallTimeoutMs = 5 * 60_000;

/** A row whose file is in the store. */
interface Sent extends Pick<StartedUpload, 'uploadId'> {
  readonly entry: SheetEntry;
  /** The artwork, where it was entered before. */
  readonly known?: EnteredArtwork | undefined;
}

/** The artworks of an exhibition, by image and by number. */
interface EnteredArtworks {
  readonly byUpload: ReadonlyMap<string, EnteredArtwork>;
  readonly byNumber: ReadonlyMap<number, EnteredArtwork>;
}

const readEntered = async ({ listArtworks }: EntryTarget): Promise<EnteredArtworks> => {
  const artworks = await listArtworks();
  return {
    byUpload: new Map(artworks.flatMap((artwork) => (artwork.uploadId ? [[artwork.uploadId, artwork]] : []))),
    byNumber: new Map(artworks.map((artwork) => [artwork.entryNumber, artwork])),
  };
};

/**
 * The artwork that an earlier run has made from a row, if any; throws `RefusedRowError` where the exhibition has
 * another in its place.
 */
const enteredArtworkOf = (
  { file, content }: Pick<SheetEntry, 'file' | 'content'>,
  uploadId: string,
  { byUpload, byNumber }: EnteredArtworks,
  language: Language,
): EnteredArtwork | undefined => {
  const known = byUpload.get(uploadId);
  if (known && (content.entryNumber ?? known.entryNumber) !== known.entryNumber) {
    const { entryNumber } = known;
    throw new RefusedRowError(saySheet(language, 'enteredAlready', { file: file.fileName, entryNumber }));
  }
  if (!known && content.entryNumber !== undefined && byNumber.has(content.entryNumber)) {
    throw new RefusedRowError(saySheet(language, 'numberOfOtherFile', { entryNumber: content.entryNumber }));
  }
  return known;
};

/**
 * Uploads the files of the entries and enters their artworks, except those that an earlier run has entered. An artwork
 * is entered once its image is ready, so that a rejected file leaves its number free. Those without a number are
 * entered one after the other, so that their numbers follow the sheet. Those that were entered before are compared with
 * their rows first (`updateArtworks`): a consent that is narrower waits for no new image. Gives the outcomes in the
 * order of the entries; throws where the site cannot be reached: what was entered until then is known the next time.
 */
export const enterArtworks = async (
  target: EntryTarget,
  entries: readonly SheetEntry[],
  { language, isUpdate, onProgress }: EnterOptions,
): Promise<EntryResult[]> => {
  /** The result of the work, or the outcome of a row that was refused. */
  const orRejected = async <T>(entry: SheetEntry, work: () => Promise<T>): Promise<T | EntryResult> => {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof RefusedRowError ? error.message : target.refusalOf(error);
      if (reason === undefined) throw error;
      return { entry, result: 'rejected', reason };
    }
  };
  const send = async (entry: SheetEntry): Promise<Sent> => {
    const { uploadId, send: sendBytes } = await target.startUpload(entry.file);
    const known = enteredArtworkOf(entry, uploadId, entered, language);
    await sendBytes();
    return { entry, uploadId, known };
  };
  const enter = async ({ entry, uploadId }: Sent): Promise<EntryResult> => ({
    ...{ entry, result: 'entered', artwork: await target.createArtwork({ ...entry.content, uploadId }) },
  });

  const entered = await readEntered(target);
  let sentCount = 0;
  const sent = await mapWithConcurrency(entries, concurrency, async (entry) => {
    const result = await orRejected(entry, () => send(entry));
    sentCount += 1;
    onProgress('sent', sentCount, entries.length);
    return result;
  });

  let settledCount = 0;
  let lastNews = Date.now();
  const isWithinStallTimeout = () => Date.now() - lastNews < stallTimeoutMs;
  const outcomes: EntryResult[] = [];
  const settle = (outcome: EntryResult): void => {
    outcomes.push(outcome);
    // After a row timed out, the others need not wait as long again.
    if (outcome.result !== 'rejected' || isWithinStallTimeout()) lastNews = Date.now();
    settledCount += 1;
    onProgress('entered', settledCount, entries.length);
  };
  /** The rows of which the image is ready; the others are settled. */
  const ready = async <T extends Sent>(rows: readonly T[], concurrency: number, work: (row: T) => Promise<void>) => {
    await mapWithConcurrency(rows, concurrency, async (row) => {
      const rejected = await orRejected(row.entry, async (): Promise<undefined> => {
        if (row.known?.uploadState !== 'ready') await target.awaitReady(row.uploadId, isWithinStallTimeout);
        await work(row);
      });
      if (rejected) settle(rejected);
    });
  };
  for (const row of sent) if ('result' in row) settle(row);
  const found = sent.filter((row): row is Sent => !('result' in row));
  const known: KnownRow[] = [];
  const isKnown = (row: Sent): row is Sent & KnownRow => row.known !== undefined;
  await ready(found.filter(isKnown), concurrency, async (row) => {
    known.push(row);
  });
  await updateArtworks(target, known, isUpdate, ({ entry, known: artwork }, outcome) =>
    settle(
      outcome instanceof RefusedRowError
        ? { entry, result: 'rejected', reason: outcome.message }
        : { entry, artwork, ...outcome },
    ),
  );
  const news = found.filter((row) => !isKnown(row));
  const isNumbered = ({ entry }: Sent) => entry.content.entryNumber !== undefined;
  const enterReady = async (row: Sent) => settle(await enter(row));
  await ready(news.filter(isNumbered), concurrency, enterReady);
  await ready(
    news.filter((row) => !isNumbered(row)),
    1,
    enterReady,
  );
  return outcomes.sort((a, b) => a.entry.row - b.entry.row);
};
