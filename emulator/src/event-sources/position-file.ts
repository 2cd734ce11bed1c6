import * as z from 'zod';
import type { Position } from '../dynamodb/streams.ts';
import { readKept, replaceFile } from '../storage/kept-file.ts';

const fileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** How far each event source mapping has read its stream, saved in a file; not saved, where `file` is undefined. */
export class Positions {
  readonly #file: string | undefined;
  readonly #positions: Record<string, Position>;

  /** Where the file cannot be read, every stream is read again from its first record on; `report` is told. */
  constructor(file: string | undefined, report: (message: string) => void) {
    this.#file = file;
    const parse = (text: string) => fileSchema.parse(JSON.parse(text));
    this.#positions = (file && readKept(file, parse, report)) || {};
  }

  get(mapping: string): Position {
    return this.#positions[mapping] ?? {};
  }

  /** Saves at once how far a mapping has read, so that processed records are not repeated after a crash. */
  advance(mapping: string, position: Position): void {
    this.#positions[mapping] = { ...this.#positions[mapping], ...position };
    if (this.#file) replaceFile(this.#file, JSON.stringify(this.#positions));
  }
}
