import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Position } from './streams.ts';

const fileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** How far each event source mapping has read its stream, kept in a file; nowhere, where `file` is undefined. */
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

  /** Notes at once how far a mapping has come: what is done is not done again after a crash. */
  advance(mapping: string, position: Position): void {
    this.#positions[mapping] = { ...this.#positions[mapping], ...position };
    if (!this.#file) return;
    // Killed while it writes, it leaves the file that was there.
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#positions));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
