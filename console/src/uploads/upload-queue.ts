import { kindOfUpload } from '../../../shared/model/files/upload.ts';
import { type Api, OfflineError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { SignedOutError } from '../session/session.ts';
import { InterruptedUploadError, RejectedFileError, UnreadableFileError, UnsuitableFileError } from './file-errors.ts';
import { uploadFile } from './upload-file.ts';

/** How many files are sent, and how many are asked about, at the same time. */
const concurrency = 4;

/**
 * How long to wait before asking again what became of files, in milliseconds: a little at first, and longer while
 * nothing changes.
 */
const [shortestPause, longestPause] = [250, 3_000];

/** A file on its way. */
export interface UploadItem {
  readonly id: number;
  readonly file: File;
  /** The id of the item that it is for, of its draft where it does not exist yet; undefined where it is for none. */
  readonly target: string | undefined;
  readonly state: 'waiting' | 'reading' | 'sending' | 'preparing' | 'ready' | 'refused' | 'failed';
  /** The share that has been sent, from 0 to 1. */
  readonly sent: number;
  /** True where the same file was there already. */
  readonly isKnown?: boolean;
  readonly uploadId?: string;
  /** What it is, by its bytes: its name may say something else. */
  readonly kind?: Arrival['kind'];
  /** Why it was refused, which stays so, or has failed, which may succeed when it is tried again. */
  readonly error?: unknown;
  /** True once its item has taken it. */
  readonly isTaken?: boolean;
}

/** A file that is ready, for the item that waits for it. */
export interface Arrival {
  readonly uploadId: string;
  readonly kind: 'picture' | 'document';
}

const isFinal = (error: unknown): boolean =>
  [RejectedFileError, UnsuitableFileError, UnreadableFileError].some((kind) => error instanceof kind);

export const isBusy = ({ state }: UploadItem): boolean =>
  state === 'waiting' || state === 'reading' || state === 'sending' || state === 'preparing';

/** Works on all items, at most `concurrency` at the same time. */
const forEachConcurrently = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = items.values();
  const runWorker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, runWorker));
};

/** The files that a person is sending, whichever screen they look at meanwhile. */
export class UploadQueue {
  readonly #api: Api;
  readonly #listeners = new Set<() => void>();
  readonly #aborts = new Map<number, AbortController>();
  #items: readonly UploadItem[] = [];
  #last = 0;
  #sending = 0;
  #isWatching = false;
  #isPaused = false;
  #receiver: string | undefined;
  /** What has become of targets: see `retarget`. */
  readonly #forwards = new Map<string, string | undefined>();

  constructor(api: Api) {
    this.#api = api;
    addEventListener('online', () => this.retry(({ error }) => error instanceof OfflineError));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly items = (): readonly UploadItem[] => this.#items;

  /** The item whose editor is open: files are for it, wherever on the screen they are dropped. */
  readonly receiver = (): string | undefined => this.#receiver;

  /** True while files wait for somebody to sign in again. */
  readonly isPaused = (): boolean => this.#isPaused;

  /** Sends the files that have waited for the person to sign in again. */
  resume(): void {
    this.#isPaused = false;
    this.#tell();
    this.#start();
  }

  /** Makes an item the receiver until the returned function is called. */
  receiveFor(target: string): () => void {
    this.#receiver = target;
    this.#tell();
    return () => {
      if (this.#receiver === target) this.#receiver = undefined;
      this.#tell();
    };
  }

  /** Sends files, for the item that is open where there is one, or for what its first save makes of it just now. */
  add(files: readonly File[]): void {
    this.addFor(this.#receiver, files);
  }

  /** Sends files for no item, whichever editor is open. */
  addToLibrary(files: readonly File[]): void {
    this.#add(files, undefined);
  }

  /** Sends files for what was the receiver before, whatever has become of it. True where that is an item still. */
  addFor(receiver: string | undefined, files: readonly File[]): boolean {
    let target = receiver;
    while (target !== undefined && this.#forwards.has(target)) target = this.#forwards.get(target);
    this.#add(files, target);
    return target !== undefined;
  }

  #add(files: readonly File[], target: string | undefined): void {
    const added = files.map((file): UploadItem => {
      this.#last += 1;
      return { id: this.#last, file, target, state: 'waiting', sent: 0 };
    });
    this.#set([...this.#items, ...added]);
    this.#start();
  }

  /**
   * What has been begun for a draft is for the item that was made of it, for another draft that goes on with it, or for
   * none: the draft was given up.
   */
  retarget(from: string, to: string | undefined): void {
    this.#forwards.set(from, to);
    if (to !== undefined) this.#forwards.delete(to);
    this.#set(this.#items.map((item) => (item.target === from ? { ...item, target: to } : item)));
  }

  /** How many files are ready for an item, with all that were given before them. */
  countArrivals(target: string): number {
    return this.#arrived(target).length;
  }

  /** The files that are ready for an item, in the order in which they were given; each is handed out once. */
  takeArrivals(target: string): Arrival[] {
    const taken = this.#arrived(target);
    this.#set(this.#items.map((item) => (taken.includes(item) ? { ...item, isTaken: true } : item)));
    return taken.flatMap(({ uploadId, kind }) => (uploadId && kind ? [{ uploadId, kind }] : []));
  }

  #arrived(target: string): readonly UploadItem[] {
    const open = this.#items.filter((item) => item.target === target && !item.isTaken);
    const firstBusy = open.findIndex(isBusy);
    return open.slice(0, firstBusy === -1 ? undefined : firstBusy).filter(({ state }) => state === 'ready');
  }

  /** Sends again what has failed. */
  retry(which: (item: UploadItem) => boolean): void {
    this.#set(
      this.#items.map((item) => {
        if (item.state !== 'failed' || !which(item)) return item;
        const { error: _, ...again } = item;
        return { ...again, state: 'waiting', sent: 0 };
      }),
    );
    this.#start();
  }

  /** Forgets a file, and stops sending it. What has arrived stays in the library. */
  remove(id: number): void {
    this.#aborts.get(id)?.abort();
    this.#set(this.#items.filter((item) => item.id !== id));
  }

  /** Forgets everything that is over. */
  clear(): void {
    this.#set(this.#items.filter((item) => isBusy(item) || (item.target && item.state === 'ready' && !item.isTaken)));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #set(items: readonly UploadItem[]): void {
    this.#items = items;
    this.#tell();
  }

  #change(id: number, change: Partial<UploadItem>): void {
    this.#set(this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  #start(): void {
    if (this.#isPaused) return;
    for (; this.#sending < concurrency && this.#items.some(({ state }) => state === 'waiting'); this.#sending += 1)
      void this.#runWorker();
  }

  async #runWorker(): Promise<void> {
    for (;;) {
      const item = this.#items.find(({ state }) => state === 'waiting');
      if (!item || this.#isPaused) break;
      await this.#send(item);
    }
    this.#sending -= 1;
  }

  async #send({ id, file }: UploadItem): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    this.#change(id, { state: 'reading' });
    try {
      const onSent = (sent: number) => this.#change(id, { state: 'sending', sent });
      const { uploadId, isKnown } = await uploadFile(this.#api, file, { onSent, signal: abort.signal });
      this.#change(id, { state: 'preparing', sent: 1, uploadId, isKnown });
      void this.#watch();
    } catch (error) {
      this.#fail(id, error);
    }
    this.#aborts.delete(id);
  }

  #fail(id: number, error: unknown): void {
    // The session has ended: the files wait until the person has signed in again.
    if (error instanceof SignedOutError) {
      this.#isPaused = true;
      this.#change(id, { state: 'waiting', sent: 0 });
    } else {
      this.#change(id, { state: isFinal(error) ? 'refused' : 'failed', error });
    }
  }

  /** Asks what became of the files that have arrived, as long as there are any. */
  async #watch(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    for (let pause = shortestPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const preparing = this.#items.filter(({ state }) => state === 'preparing');
      if (preparing.length === 0) break;
      await forEachConcurrently(preparing, (item) => this.#look(item));
      const isStill = preparing.every(({ id }) => this.#items.find((item) => item.id === id)?.state === 'preparing');
      if (!isStill) pause = shortestPause;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#isWatching = false;
  }

  async #look({ id, uploadId = '' }: UploadItem): Promise<void> {
    try {
      const { state, rejection, contentType } = await this.#api.call('getUpload', { params: { id: uploadId } });
      if (state === 'ready') this.#change(id, { state, kind: kindOfUpload({ contentType }) });
      if (state === 'rejected') this.#fail(id, new RejectedFileError(rejection?.message));
      if (state === 'expired') this.#fail(id, new InterruptedUploadError());
    } catch (error) {
      // It is there, and will be asked about again.
      if (!(isPassing(error) || error instanceof SignedOutError)) this.#fail(id, error);
    }
  }
}
