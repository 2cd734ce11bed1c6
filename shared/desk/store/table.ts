import type { Table } from '../../aws/table.ts';

/** The desk's index by `listPk` and `listSk`: what staff list, newest first. */
export const listIndex = 'lists';

/** The desk's index by `category`, keys only: how many events are in one. */
export const categoryIndex = 'categories';

/** The desk is read consistently: each member of the staff sees what another has just saved. */
export const deskTable: Table = {
  variable: 'deskTable',
  isConsistent: true,
  indexes: { [listIndex]: ['listPk', 'listSk'], [categoryIndex]: ['category', 'pk'] },
};
