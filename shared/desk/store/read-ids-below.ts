import { queryAll } from '../../aws/table.ts';
import { deskTable } from './table.ts';

/** What stands behind a prefix in the sort keys of a partition: the ids of what is listed there. */
export const readIdsBelow = (pk: string, prefix: string): Promise<string[]> =>
  queryAll(deskTable, { pk, beginsWith: prefix }, ({ sk }) => sk?.S?.slice(prefix.length) ?? '');
