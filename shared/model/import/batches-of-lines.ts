import type { SoundLine } from './check-lines.ts';

/** Bytes of one request: the API reads a megabyte. */
const batchBytes = 900_000;

/** Lines of a request: the bar moves, and an archive with pictures is imported while the next ones are uploaded. */
const batchLines = 100;

const encoder = new TextEncoder();

/** The lines of an archive by the requests in which they are sent. */
export const batchesOfLines = async function* (lines: AsyncIterable<SoundLine>): AsyncGenerator<SoundLine[]> {
  let batch: SoundLine[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const size = encoder.encode(line.text).length + 1;
    if (batch.length > 0 && (batch.length >= batchLines || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
};
