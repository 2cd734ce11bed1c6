import { countsSeconds } from '../../shared/showcase/counts/counts-file.ts';

/** How many files of counts there are. */
export const countsFiles = 256;

/** After how many seconds the counter gets what was viewed meanwhile. */
const batchSeconds = 20;

/** The files of counts on a simulated day: a file is written once in five minutes, where something in it was viewed. */
export class CountsFiles {
  readonly #viewed: Float64Array;
  /** What readers see: files of the window before the last, since caches keep each as long as it lasts. */
  published: Float64Array;
  #written: Float64Array;
  /**
   * How often a file was written, and read by the counter; and how many events were counted when their file could not
   * be written yet.
   */
  writes = 0;
  reads = 0;
  postponed = 0;
  #batch = 0;
  #window = 0;
  readonly #inBatch = new Set<number>();
  readonly #inWindow = new Set<number>();

  constructor(events: number, viewed: Float64Array) {
    this.#viewed = viewed;
    this.published = new Float64Array(events);
    this.#written = new Float64Array(events);
  }

  /** An event was viewed, and the view sent. */
  count(event: number): void {
    this.#inBatch.add(event);
  }

  passTo(now: number): void {
    const [batch, window] = [Math.floor(now / batchSeconds), Math.floor(now / countsSeconds)];
    if (batch === this.#batch) return;
    this.#batch = batch;
    const files = new Set([...this.#inBatch].map((event) => event % countsFiles));
    this.reads += files.size;
    for (const event of this.#inBatch) if (this.#inWindow.has(event % countsFiles)) this.postponed += 1;
    for (const file of files) this.#inWindow.add(file);
    this.#inBatch.clear();
    if (window === this.#window) return;
    this.#window = window;
    this.writes += this.#inWindow.size;
    this.#inWindow.clear();
    this.published = this.#written;
    this.#written = Float64Array.from(this.#viewed);
  }
}
