import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/** An entry that may show less since a change, while no record outside the table says so. */
export interface Withholding {
  readonly artworkId: string;
  /** When it was changed, as ISO 8601. */
  readonly at: string;
}

const prefix = 'WITHHOLDING#';

const key = (exhibitionId: string, artworkId: string) => keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}`);

/** Demands such a record, in the transaction that changes the entry. */
export const withholdingWrite = (exhibitionId: string, { artworkId, at }: Withholding): Write =>
  putWrite(deskTable, { ...key(exhibitionId, artworkId), at: { S: at } });

/** The entries of an exhibition whose records are not written yet. */
export const readWithholdings = (exhibitionId: string): Promise<Withholding[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ sk, at }) => ({
    artworkId: sk?.S?.slice(prefix.length) ?? '',
    at: at?.S ?? '',
  }));

/** Says that a record is written; one that was demanded since stays. */
export const deleteWithholding = async (exhibitionId: string, { artworkId, at }: Withholding): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, artworkId), unchanged('at', at)));
};
