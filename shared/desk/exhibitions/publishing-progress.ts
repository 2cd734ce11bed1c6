import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { ConditionsFailedError, StoreBusyError, type Write, writeTogether } from '../../aws/transaction.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';
import { exhibitionExistsCheck } from './exhibitions.ts';

/** How far the publisher has come with an edition: how many pictures and documents are copied, of how many. */
interface PublishingProgress {
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
    await saveProgress(id, putWrite(deskTable, { ...key(id), ...numbers }));
  };
};

/** Writes it for an exhibition that is there still: a worker who is late leaves nothing of one that was erased. */
const saveProgress = async (id: string, write: Write): Promise<void> => {
  try {
    await writeTogether([exhibitionExistsCheck(id), write]);
  } catch (error) {
    // The next time will do: nothing but what staff see of the work depends on it.
    if (!(error instanceof ConditionsFailedError || error instanceof StoreBusyError)) throw error;
  }
};

/** Deletes it, in the transaction that deletes the exhibition. */
export const progressRemoval = (id: string): Write => deleteWrite(deskTable, key(id));

/** What was written down last, of whichever edition. */
export const readProgress = (id: string): Promise<PublishingProgress | undefined> =>
  getItem(deskTable, key(id), ({ edition, done, total }) => ({
    edition: Number(edition?.N ?? 0),
    done: Number(done?.N ?? 0),
    total: Number(total?.N ?? 0),
  }));
