import { getItem, keyOf } from '../../aws/table.ts';
import { checkWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/** What shows pictures: an event or an exhibition. */
type Owner = Pick<FieldLocation, 'kind' | 'id'>;

const key = ({ kind, id }: Owner) => keyOf(kind === 'exhibition' ? exhibitionPk(id) : `EVENT#${id}`, 'PICTURES');

/**
 * How often something has changed that concerns the pictures which something shows or is about to show; `undefined`
 * where nothing has. A publication reads it before the permissions, and checks it in its transaction: one check for any
 * number of pictures.
 */
export const readPictureChanges = (owner: Owner): Promise<number | undefined> =>
  getItem(deskTable, key(owner), ({ changes }) => Number(changes?.N), { isConsistent: true });

/** Makes a publication begin anew where the permission to one of its pictures may have changed since it read them. */
export const pictureChangesCheck = (owner: Owner, changes: number | undefined, name = 'edition'): Write =>
  checkWrite(deskTable, key(owner), unchanged('changes', changes, name));

/** Makes publications of something that are under way begin anew. */
export const pictureChangeWrite = (owner: Owner): Write =>
  updateWrite(deskTable, key(owner), { text: 'ADD changes :one', values: { one: 1 } });
