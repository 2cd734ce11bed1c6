import { getItem, keyOf } from '../../aws/table.ts';
import { checkWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { deskTable } from '../store/table.ts';

const key = (eventId: string) => keyOf(`EVENT#${eventId}`, 'PICTURES');

/**
 * How often something has changed that concerns the pictures which an event shows or is about to show; `undefined` where
 * nothing has. A publication reads it before the permissions, and checks it in its transaction: one check for any number
 * of pictures.
 */
export const readPictureGuard = (eventId: string): Promise<number | undefined> =>
  getItem(deskTable, key(eventId), ({ changes }) => Number(changes?.N), { isConsistent: true });

/** Makes a publication begin anew where the permission to one of its pictures may have changed since it read them. */
export const pictureGuardCheck = (eventId: string, guard: number | undefined): Write =>
  checkWrite(deskTable, key(eventId), unchanged('changes', guard, 'edition'));

/** Makes publications of an event that are under way begin anew. */
export const pictureGuardBump = (eventId: string): Write =>
  updateWrite(deskTable, key(eventId), { text: 'ADD changes :one', values: { one: 1 } });
