import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { untilAborted } from '../async/until-aborted.ts';
import type { Language } from '../refusals/language.ts';
import type { SheetEntry } from './check-sheet.ts';
import type { Difference } from './compare-artwork.ts';
import { type EnteredArtwork, type EntryTarget, RefusedRowError } from './entry-target.ts';
import { type KnownRow, type Updated, updateArtworks } from './update-artworks.ts';
import { saySheet } from './words/say-sheet.ts';

/** The outcome of a row. */
export interface EntryResult {
  readonly entry: SheetEntry;
  readonly result: 'entered' | Updated['result'];
  /** The artwork, where there is one. */
  readonly artwork?: Pick<EnteredArtwork, 'id' | 'entryNumber'>;
  /** The fields in which the row differs from the exhibition; of a rejected row those that were written. */
  readonly differences?: readonly Difference[];
  /** True where the artist could not be compared. */
  readonly isHidden?: boolean;
  /** Why it was rejected. */
  readonly reason?: string;
}

/** What came of a sheet. */
interface Entered {
  /** The outcomes in the order of the rows: of them all, unless there is a `failure`. */
  readonly outcomes: readonly EntryResult[];
  /** Why it ended early: the site cannot be reached, or takes nothing more from this person. */
  readonly failure?: unknown;
}

/** Called with the progress: of the files to send, then of the artworks to enter. */
type OnProgress = (step: 'sent' | 'entered', done: number, total: number) => void;

/** How artworks are entered. */
interface EnterOptions {
  /** The language that refusals are worded in. */
  readonly language: Language;
  /** True where artworks that were entered before are changed to match the sheet. */
  readonly isUpdate: boolean;
  /** The day that it is where the site is. */
  readonly today: string;
  readonly onProgress: OnProgress;
  /** Ends it early, with the reason as its `failure`. */
  readonly signal?: AbortSignal;
}

/** How many files are sent, or artworks entered, at the same time. */
const concurrency = 4;

/** How long to wait for images while none becomes ready, in milliseconds. */
const stallTimeoutMs = 5 * 60_000;

/** A row whose image is not known to be ready. */
interface Unsent {
  readonly entry: SheetEntry;
  /** True where the artwork was entered before. */
  readonly isKnown: boolean;
}

/** A row whose file is in the store. */
interface Sent extends Unsent {
  readonly uploadId: string;
}

/** The artworks of an exhibition, by the bytes of the image and by number. */
interface EnteredArtworks {
  readonly byBytes: ReadonlyMap<string, EnteredArtwork>;
  readonly byNumber: ReadonlyMap<number, EnteredArtwork>;
}

/** True of an image that cannot be used: the same bytes may be sent again, and are another upload then. */
const isSpent = ({ uploadState }: EnteredArtwork): boolean => uploadState === 'rejected' || uploadState === 'expired';

const readEntered = async ({ listArtworks }: EntryTarget): Promise<EnteredArtworks> => {
  const artworks = await listArtworks();
  return {
    byBytes: new Map(
      artworks.flatMap((one) => (one.uploadSha256 && !isSpent(one) ? [[one.uploadSha256, one] as const] : [])),
    ),
    byNumber: new Map(artworks.map((artwork) => [artwork.entryNumber, artwork])),
  };
};

/**
 * The artwork that an earlier run has made from a row, if any; throws `RefusedRowError` where the exhibition has
 * another in its place.
 */
const enteredArtworkOf = (
  { file, content }: Pick<SheetEntry, 'file' | 'content'>,
  { byBytes, byNumber }: EnteredArtworks,
  language: Language,
): EnteredArtwork | undefined => {
  const known = byBytes.get(file.sha256);
  if (known && (content.entryNumber ?? known.entryNumber) !== known.entryNumber) {
    const { entryNumber } = known;
    throw new RefusedRowError(saySheet(language, 'enteredAlready', { file: file.fileName, entryNumber }));
  }
  if (!known && content.entryNumber !== undefined && byNumber.has(content.entryNumber)) {
    throw new RefusedRowError(saySheet(language, 'numberOfOtherFile', { entryNumber: content.entryNumber }));
  }
  return known;
};

const walk = async (run: EntryRun): Promise<void> => {
  const unsent = await run.compare();
  const sent = await run.send(unsent);
  await run.enter(sent);
};

/**
 * Enters the artworks of a sheet. Those that an earlier run has entered are compared with their rows first: a consent
 * that is narrower waits for no file and no image of others. Where the site cannot be reached, it ends early: what was
 * entered until then is known the next time.
 */
export const enterArtworks = async (
  target: EntryTarget,
  entries: readonly SheetEntry[],
  options: EnterOptions,
): Promise<Entered> => {
  const run = new EntryRun(target, entries, options);
  try {
    await (options.signal ? untilAborted(walk(run), options.signal) : walk(run));
    return { outcomes: run.outcomes() };
  } catch (failure) {
    return { outcomes: run.outcomes(), failure };
  }
};

const byRow = (a: Pick<Unsent, 'entry'>, b: Pick<Unsent, 'entry'>): number => a.entry.row - b.entry.row;

/** One run over the rows of a sheet, in three steps, with what has come of them so far. */
class EntryRun {
  readonly #target: EntryTarget;
  readonly #entries: readonly SheetEntry[];
  readonly #options: EnterOptions;
  readonly #outcomes = new Map<SheetEntry, EntryResult>();
  #lastNews = Date.now();

  constructor(target: EntryTarget, entries: readonly SheetEntry[], options: EnterOptions) {
    this.#target = target;
    this.#entries = entries;
    this.#options = options;
  }

  /** What has come of the rows so far, in the order of the sheet. */
  outcomes(): EntryResult[] {
    return [...this.#outcomes.values()].sort(byRow);
  }

  /**
   * Finds the artworks that were entered before, by the bytes of their images, and writes where they differ from their
   * rows (`updateArtworks`). Gives the rows whose images are not there yet.
   */
  async compare(): Promise<Unsent[]> {
    const entered = await readEntered(this.#target);
    const known: KnownRow[] = [];
    const unsent: Unsent[] = [];
    for (const entry of this.#entries) {
      await this.#orSettle(entry, async () => {
        const artwork = enteredArtworkOf(entry, entered, this.#options.language);
        if (artwork) known.push({ entry, known: artwork });
        if (artwork?.uploadState !== 'ready') unsent.push({ entry, isKnown: artwork !== undefined });
      });
    }
    await updateArtworks(this.#target, known, this.#options, ({ entry, known: artwork }, outcome) =>
      this.#settle({ entry, artwork, ...outcome }),
    );
    return unsent.filter(({ entry }) => this.#outcomes.get(entry)?.result !== 'rejected');
  }

  /** Sends the files of rows to the store; gives the rows that it has taken. */
  async send(unsent: readonly Unsent[]): Promise<Sent[]> {
    const total = this.#entries.length;
    let done = total - unsent.length;
    const sent: Sent[] = [];
    await mapWithConcurrency(unsent, concurrency, async (row) => {
      await this.#orSettle(row.entry, async () => {
        const { uploadId, send } = await this.#target.startUpload(row.entry.file);
        await send();
        sent.push({ ...row, uploadId });
      });
      done += 1;
      this.#options.onProgress('sent', done, total);
    });
    return sent.toSorted(byRow);
  }

  /**
   * Enters artworks, each once its image is ready, so that a rejected file leaves its number free. Those without a
   * number are entered one after the other, so that their numbers follow the sheet.
   */
  async enter(sent: readonly Sent[]): Promise<void> {
    this.#lastNews = Date.now();
    const isNumbered = ({ entry, isKnown }: Sent) => isKnown || entry.content.entryNumber !== undefined;
    const others = sent.filter((row) => !isNumbered(row));
    await mapWithConcurrency(sent.filter(isNumbered), concurrency, (row) => this.#enterOne(row));
    await mapWithConcurrency(others, 1, (row) => this.#enterOne(row));
  }

  async #enterOne({ entry, uploadId, isKnown }: Sent): Promise<void> {
    await this.#orSettle(entry, async () => {
      await this.#target.awaitReady(uploadId, () => this.#isWithinStallTimeout());
      if (isKnown) return;
      const artwork = await this.#target.createArtwork({ ...entry.content, uploadId });
      this.#settle({ entry, result: 'entered', artwork });
    });
    this.#options.onProgress('entered', this.#outcomes.size, this.#entries.length);
  }

  /** Does some work for a row; settles the row where it is refused. */
  async #orSettle(entry: SheetEntry, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof RefusedRowError ? error.message : this.#target.refusalOf(error);
      if (reason === undefined) throw error;
      const before = this.#outcomes.get(entry);
      const { differences = [] } = before ?? {};
      const written = before?.result === 'updated' ? differences : differences.filter(({ isNarrower }) => isNarrower);
      this.#settle({ ...before, entry, result: 'rejected', reason, differences: written });
    }
  }

  #settle(outcome: EntryResult): void {
    this.#outcomes.set(outcome.entry, outcome);
    // After a row timed out, the others need not wait as long again.
    if (outcome.result !== 'rejected' || this.#isWithinStallTimeout()) this.#lastNews = Date.now();
  }

  #isWithinStallTimeout(): boolean {
    return Date.now() - this.#lastNews < stallTimeoutMs;
  }
}
