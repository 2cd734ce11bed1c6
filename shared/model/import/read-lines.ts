/** A line of a file that is not empty. */
export interface ArchiveFileLine {
  /** From 1. */
  readonly number: number;
  /** Absent where the line cannot be sent. */
  readonly text?: string | undefined;
  /** Why: it is longer than a request may be, or its bytes are no UTF-8 (Windows-1251 and 1254 among them). */
  readonly fault?: 'tooManyBytes' | 'notUtf8' | undefined;
}

/** Longest line, in bytes: the API reads a megabyte. */
export const maxLineBytes = 900_000;

const newline = 10;

/**
 * The bytes of a line as text: without the mark at the beginning of a file, and the return that Windows puts at the end
 * of a line. `undefined` where they are no UTF-8: wrong letters would be published, and a slug made of them.
 */
const textOf = (parts: readonly Uint8Array[]): string | undefined => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes).replace(/^\uFEFF|\r$/g, '');
  } catch {
    return undefined;
  }
};

/** The lines of a file, one after the other, so that its size does not matter. */
export const readLines = async function* (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ArchiveFileLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const lineOf = (): ArchiveFileLine | undefined => {
    if (size > maxLineBytes) return { number, fault: 'tooManyBytes' };
    const text = textOf(parts);
    if (text === undefined) return { number, fault: 'notUtf8' };
    return text.trim() === '' ? undefined : { number, text };
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
