/** A line of a file that is not empty. */
export interface ArchiveFileLine {
  /** From 1. */
  readonly number: number;
  /** Absent where the line is longer than a request may be. */
  readonly text?: string | undefined;
}

/** Longest line, in bytes: the API reads a megabyte. */
export const maxLineBytes = 900_000;

const newline = 10;

/**
 * The bytes of a line as text: without the mark at the beginning of a file, and the return that Windows puts at the end
 * of a line.
 */
const textOf = (parts: readonly Uint8Array[]): string => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF|\r$/g, '');
};

/**
 * The lines of a file, one after the other, so that its size does not matter. Bytes that are no UTF-8 become the
 * replacement character, which the line's report shows.
 */
export const readLines = async function* (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ArchiveFileLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const lineOf = (): ArchiveFileLine | undefined => {
    const text = size > maxLineBytes ? undefined : textOf(parts);
    const isEmpty = text?.trim() === '';
    return isEmpty ? undefined : { number, text };
  };
  for await (const chunk of chunks) {
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
    // A copy: whoever reads the file may use its memory again.
    if (size <= maxLineBytes) parts.push(chunk.slice(start));
    else parts = [];
  }
  const line = lineOf();
  if (line) yield line;
};
