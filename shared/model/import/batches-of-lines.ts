import { requestRoom } from '../json/request-batch.ts';
import type { SoundLine } from './check-lines.ts';

/** Lines of a request: the bar moves, and an archive with pictures is imported while the next ones are uploaded. */
const batchLines = 100;

/** The lines of an archive by the requests in which they are sent. */
export const batchesOfLines = async function* (lines: AsyncIterable<SoundLine>): AsyncGenerator<SoundLine[]> {
  let batch: SoundLine[] = [];
  let hasRoom = requestRoom(batchLines);
  for await (const line of lines) {
    if (!hasRoom(line.text)) {
      yield batch;
      batch = [];
      hasRoom = requestRoom(batchLines);
      hasRoom(line.text);
    }
    batch.push(line);
  }
  if (batch.length > 0) yield batch;
};
