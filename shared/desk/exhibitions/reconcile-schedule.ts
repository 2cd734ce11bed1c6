import { randomUUID } from 'node:crypto';
import { getItem, keyOf, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable, listIndex } from '../store/table.ts';

/**
 * When the public side of an exhibition must be reconciled next: consent that ends then, media that must be deleted, an
 * erasure or a publication that is under way. One record an exhibition, written in the transaction that makes it
 * necessary, so that the maintenance function has interrupted work continued.
 */
export interface ReconcileSchedule {
  /** As ISO 8601. */
  readonly at: string;
  /** Tells one writing of the record from another. */
  readonly token: string;
}

const key = (id: string) => keyOf(exhibitionPk(id), 'DUE');

/** The list of all records in the index, by when they are due. */
const list = 'DUE';

const item = (id: string, at: string) => ({
  ...key(id),
  at: { S: at },
  token: { S: randomUUID() },
  listPk: { S: list },
  listSk: { S: `${at}#${id}` },
});

/** How far the clocks of two functions may be apart, in milliseconds: what is due at once must be due for both. */
const clockSkewMs = 60_000;

/** Demands that an exhibition be reconciled at once. */
export const reconcileNowWrite = (id: string, now: Date): Write =>
  putWrite(deskTable, item(id, new Date(now.getTime() - clockSkewMs).toISOString()));

/** When an exhibition must be reconciled; `undefined` if nothing is scheduled. */
export const readReconcileSchedule = (id: string): Promise<ReconcileSchedule | undefined> =>
  getItem(deskTable, key(id), ({ at, token }) => ({ at: at?.S ?? '', token: token?.S ?? '' }));

/** Puts the next time, or none, in place of `done`; false if other work was scheduled meanwhile. */
export const completeReconcile = (id: string, done: ReconcileSchedule, next: string | undefined): Promise<boolean> => {
  const isSame = unchanged('token', done.token);
  return writeItem(
    next === undefined ? deleteWrite(deskTable, key(id), isSame) : putWrite(deskTable, item(id, next), isSame),
  );
};

/** The exhibitions that must be reconciled now, at most a hundred, and since when. */
export const readDueReconciliations = async (now: Date): Promise<{ id: string; at: string }[]> => {
  const { items } = await queryPage(
    deskTable,
    // The newest first: a hundred that fail again and again must not block others.
    { pk: list, index: listIndex, before: `${now.toISOString()}$`, order: 'descending', limit: 100 },
    ({ listSk }) => {
      const [at = '', id = ''] = listSk?.S?.split('#') ?? [];
      return { id, at };
    },
  );
  return items;
};
