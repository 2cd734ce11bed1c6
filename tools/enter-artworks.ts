import * as z from 'zod';
import { mapWithConcurrency } from '../shared/async/map-with-concurrency.ts';
import { ApiError, type ApiTarget, callApi } from './api.ts';
import type { SheetEntry } from './check-sheet.ts';
import { say } from './command-words.ts';
import { type EnteredArtwork, type EnteredArtworks, readEntered } from './entered-artworks.ts';
import type { Difference } from './sheet/compare-artwork.ts';
import { type Updated, updateArtwork } from './update-artwork.ts';
import { awaitReady, sendFile, startUpload } from './upload-file.ts';

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
  /** True where artworks that were entered before are changed to match the sheet. */
  readonly isUpdate: boolean;
  readonly onProgress: OnProgress;
}

/** How many files are sent, or artworks entered, at the same time. */
const concurrency = 4;

/** How long to wait for images while none becomes ready, in milliseconds. */
const stallTimeoutMs = 5 * 60_000;

/** A row whose file is in the store. */
interface Sent {
  readonly entry: SheetEntry;
  readonly uploadId: string;
  /** The artwork, where it was entered before. */
  readonly known?: EnteredArtwork | undefined;
}

const enteredSchema = z.object({ id: z.string(), entryNumber: z.int() });

/**
 * The artwork that an earlier run has made from a row, if any; throws `ApiError` where the exhibition has another in
 * its place.
 */
const enteredArtworkOf = (
  { file, content }: Pick<SheetEntry, 'file' | 'content'>,
  uploadId: string,
  { byUpload, byNumber }: EnteredArtworks,
): EnteredArtwork | undefined => {
  const known = byUpload.get(uploadId);
  if (known && (content.entryNumber ?? known.entryNumber) !== known.entryNumber) {
    throw new ApiError(say('enteredAlready', { file: file.fileName, entryNumber: known.entryNumber }));
  }
  if (!known && content.entryNumber !== undefined && byNumber.has(content.entryNumber)) {
    throw new ApiError(say('numberOfOtherFile', { entryNumber: content.entryNumber }));
  }
  return known;
};

/** The result of the work, or the outcome of a row that was refused. */
const orRejected = async <T>(entry: SheetEntry, work: () => Promise<T>): Promise<T | EntryResult> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { entry, result: 'rejected', reason: error.message };
  }
};

const send = async (site: ApiTarget, entry: SheetEntry, entered: EnteredArtworks): Promise<Sent> => {
  const upload = await startUpload(site, entry.file);
  const known = enteredArtworkOf(entry, upload.uploadId, entered);
  await sendFile(site, entry.file, upload);
  return { entry, uploadId: upload.uploadId, known };
};

const enter = async (site: ApiTarget, exhibitionId: string, { entry, uploadId }: Sent): Promise<EntryResult> => {
  const body = JSON.stringify({ ...entry.content, uploadId });
  try {
    const answer = await callApi(site, `/exhibitions/${exhibitionId}/artworks`, { body });
    return { entry, result: 'entered', artwork: enteredSchema.parse(answer) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The artwork was entered, but the answer was lost, and the repeated request was refused.
    const artwork = enteredArtworkOf(entry, uploadId, await readEntered(site, exhibitionId));
    if (!artwork) throw error;
    return { entry, result: 'entered', artwork };
  }
};

/**
 * Uploads the files of the entries and enters their artworks, except those that an earlier run has entered. An artwork
 * is entered once its image is ready, so that a rejected file leaves its number free. Those without a number are
 * entered one after the other, so that their numbers follow the sheet. Those that were entered before are compared with
 * their rows (`updateArtwork`). Gives the outcomes in the order of the entries; throws where the site cannot be
 * reached.
 */
export const enterArtworks = async (
  site: ApiTarget,
  exhibitionId: string,
  entries: readonly SheetEntry[],
  { isUpdate, onProgress }: EnterOptions,
): Promise<EntryResult[]> => {
  const entered = await readEntered(site, exhibitionId);
  let sentCount = 0;
  const sent = await mapWithConcurrency(entries, concurrency, async (entry) => {
    const result = await orRejected(entry, () => send(site, entry, entered));
    sentCount += 1;
    onProgress('sent', sentCount, entries.length);
    return result;
  });

  let settledCount = 0;
  let lastNews = Date.now();
  const isWithinStallTimeout = () => Date.now() - lastNews < stallTimeoutMs;
  const settle = async (row: Sent | EntryResult): Promise<EntryResult> => {
    const outcome = 'result' in row ? row : await orRejected(row.entry, () => settled(row));
    // After a row timed out, the others need not wait as long again.
    if (outcome.result !== 'rejected' || isWithinStallTimeout()) lastNews = Date.now();
    settledCount += 1;
    onProgress('entered', settledCount, entries.length);
    return outcome;
  };
  const settled = async (row: Sent): Promise<EntryResult> => {
    const { entry, uploadId, known } = row;
    if (known?.uploadState !== 'ready') await awaitReady(site, uploadId, isWithinStallTimeout);
    if (!known) return enter(site, exhibitionId, row);
    const ids = { exhibitionId, artworkId: known.id };
    return { entry, artwork: known, ...(await updateArtwork(site, ids, entry, isUpdate)) };
  };
  const isNumbered = ({ entry }: Sent | EntryResult) => entry.content.entryNumber !== undefined;
  const outcomes = [
    ...(await mapWithConcurrency(sent.filter(isNumbered), concurrency, settle)),
    ...(await mapWithConcurrency(
      sent.filter((row) => !isNumbered(row)),
      1,
      settle,
    )),
  ];
  return outcomes.sort((a, b) => a.entry.row - b.entry.row);
};
