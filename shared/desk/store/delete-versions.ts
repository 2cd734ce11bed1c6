import { batchesOf } from '../../aws/batches-of.ts';
import { type Item, keyOf, queryAll, type Range } from '../../aws/table.ts';
import { deleteWrite } from '../../aws/table-writes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { deskTable } from './table.ts';

/** Most deletions of a transaction. */
const batchSize = 100;

/**
 * Deletes versions of something, with `until` only those that were made up to that second, and gives how many they
 * were. `madeAt` says of a stored one when that was; what does not say so is old.
 */
export const deleteVersions = async (
  versions: Range,
  { until, madeAt }: { readonly until: string | undefined; readonly madeAt: (stored: Item) => string | undefined },
): Promise<number> => {
  const isMeant = (stored: Item) => until === undefined || (madeAt(stored) ?? '').slice(0, 19) <= until.slice(0, 19);
  const range = { ...versions, ...(until === undefined && { attributes: 'pk, sk' }) };
  const found = await queryAll(deskTable, range, (stored) => (isMeant(stored) ? [stored] : []));
  const keys = found.flat().map(({ pk, sk }) => keyOf(pk?.S ?? '', sk?.S ?? ''));
  for (const batch of batchesOf(keys, batchSize)) {
    await writeTogether(batch.map((one) => deleteWrite(deskTable, one)));
  }
  return keys.length;
};
