import { randomUUID } from 'node:crypto';
import { getItem, keyOf } from '../../aws/table.ts';
import { type Condition, deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from './table.ts';

/**
 * How long a lease holds without renewal, in milliseconds: as long as the work of a dead worker waits. The worker
 * renews it much more often, so that a slow one keeps it.
 */
export const leaseMs = 30_000;

/** The lease of the work on what a partition of the desk holds: an exhibition, or a job. */
const key = (pk: string) => keyOf(pk, 'LEASE');

const leaseWrite = (pk: string, holder: string, now: Date, condition: Condition) => {
  const until = { N: String(now.getTime() + leaseMs) };
  return putWrite(deskTable, { ...key(pk), holder: { S: holder }, until }, condition);
};

/**
 * Makes the caller the only worker on an exhibition's public side, or on a job, by its partition; gives its name, or
 * `undefined` if another worker holds the lease.
 */
export const takeLease = async (pk: string, now: Date): Promise<string | undefined> => {
  const holder = randomUUID();
  // Or it is the caller's own already: the client tries again where an answer is lost.
  const text = 'attribute_not_exists(pk) OR #until < :now OR holder = :holder';
  const isFree = { text, values: { now: now.getTime(), holder } };
  return (await writeItem(leaseWrite(pk, holder, now, isFree))) ? holder : undefined;
};

/** Extends a lease by the same time; false if another worker has taken it over. */
export const renewLease = (pk: string, holder: string, now: Date): Promise<boolean> =>
  writeItem(leaseWrite(pk, holder, now, unchanged('holder', holder)));

/**
 * Until when a worker holds the lease, in milliseconds since the epoch; `undefined` if none does. It grows while
 * that worker is alive.
 */
export const readLease = (pk: string): Promise<number | undefined> =>
  getItem(deskTable, key(pk), ({ until }) => Number(until?.N));

export const releaseLease = (pk: string, holder: string): Promise<boolean> =>
  writeItem(deleteWrite(deskTable, key(pk), unchanged('holder', holder)));
