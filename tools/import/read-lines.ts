import { createReadStream } from 'node:fs';

/** A line of a file that is not empty. */
interface ArchiveFileLine {
  /** From 1. */
  readonly number: number;
  /** Absent where the line is longer than a request may be. */
  readonly text?: string | undefined;
}

/** Longest line, in bytes: the API reads a megabyte. */
export const maxLineBytes = 900_000;

const newline = 10;

/**
 * The lines of a file, one after the other, so that its size does not matter. Bytes that are no UTF-8 become the
 * replacement character, which the line's report shows.
 */
export const readLines = async function* (path: string): AsyncGenerator<ArchiveFileLine> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  const lineOf = (): ArchiveFileLine | undefined => {
    const text =
      size > maxLineBytes
        ? undefined
        : Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\uFEFF|\r$/g, '');
    const isEmpty = text?.trim() === '';
    return isEmpty ? undefined : { number, text };
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      size += end - start;
      if (size <= maxLineBytes) parts.push(chunk.subarray(start, end));
      const line = lineOf();
      if (line) yield line;
      parts = [];
      size = 0;
      number += 1;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size <= maxLineBytes) parts.push(Buffer.from(chunk.subarray(start)));
    else parts = [];
  }
  const line = lineOf();
  if (line) yield line;
};
