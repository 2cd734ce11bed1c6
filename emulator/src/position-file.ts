import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Position } from './streams.ts';

const fileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** How far each event source mapping has read its stream, saved in a file; not saved, where `file` is undefined. */
export class Positions {
  readonly #file: string | undefined;
  readonly #positions: Record<string, Position>;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#positions = file && existsSync(file) ? fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  }

  get(mapping: string): Position {
    return this.#positions[mapping] ?? {};
  }

  /** Saves at once how far a mapping has read, so that processed records are not repeated after a crash. */
  advance(mapping: string, position: Position): void {
    this.#positions[mapping] = { ...this.#positions[mapping], ...position };
    if (!this.#file) return;
    // If the process is killed while it writes, the previous file stays.
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#positions));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
