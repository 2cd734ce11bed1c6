import { randomUUID } from 'node:crypto';
import { getItem, keyOf } from '../../aws/table.ts';
import { type Condition, deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * How long a lease holds without renewal, in milliseconds: as long as the work of a dead worker waits. The worker
 * renews it much more often, so that a slow one keeps it.
 */
export const leaseMs = 30_000;

const key = (id: string) => keyOf(exhibitionPk(id), 'LEASE');

const leaseWrite = (id: string, holder: string, now: Date, condition: Condition) => {
  const until = { N: String(now.getTime() + leaseMs) };
  return putWrite(deskTable, { ...key(id), holder: { S: holder }, until }, condition);
};

/**
 * Makes the caller the only worker on the public side of an exhibition; gives its name, or `undefined` where another
 * worker holds the lease.
 */
export const takeLease = async (id: string, now: Date): Promise<string | undefined> => {
  const holder = randomUUID();
  const isFree = { text: 'attribute_not_exists(pk) OR #until < :now', values: { now: now.getTime() } };
  return (await writeItem(leaseWrite(id, holder, now, isFree))) ? holder : undefined;
};

/** Extends a lease by the same time; false where another worker has taken it over. */
export const renewLease = (id: string, holder: string, now: Date): Promise<boolean> =>
  writeItem(leaseWrite(id, holder, now, unchanged('holder', holder)));

/**
 * Until when a worker holds the lease, in milliseconds since the epoch; `undefined` where none does. It grows while
 * that worker is alive.
 */
export const readLease = (id: string): Promise<number | undefined> =>
  getItem(deskTable, key(id), ({ until }) => Number(until?.N));

export const releaseLease = (id: string, holder: string): Promise<boolean> =>
  writeItem(deleteWrite(deskTable, key(id), unchanged('holder', holder)));
