import { getItem, keyOf } from '../../aws/table.ts';
import { putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/** How far the publisher has come with an edition: how many pictures and documents are copied, of how many. */
export interface PublishingProgress {
  readonly edition: number;
  readonly done: number;
  readonly total: number;
}

const key = (id: string) => keyOf(exhibitionPk(id), 'PROGRESS');

/** How often it is written, in milliseconds: a person looks at it. */
const pauseMs = 2_000;

/** Counts what is copied for an edition, and writes it down now and then. Each call says that one more is done. */
export const countProgress = (id: string, edition: number, total: number): (() => Promise<void>) => {
  let done = 0;
  let writtenAt = Date.now();
  return async () => {
    done += 1;
    if (Date.now() - writtenAt < pauseMs) return;
    writtenAt = Date.now();
    const numbers = { edition: { N: String(edition) }, done: { N: String(done) }, total: { N: String(total) } };
    await writeItem(putWrite(deskTable, { ...key(id), ...numbers }));
  };
};

/** What was written down last, of whichever edition. */
export const readProgress = (id: string): Promise<PublishingProgress | undefined> =>
  getItem(deskTable, key(id), ({ edition, done, total }) => ({
    edition: Number(edition?.N ?? 0),
    done: Number(done?.N ?? 0),
    total: Number(total?.N ?? 0),
  }));
