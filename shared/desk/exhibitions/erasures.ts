import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { getItem, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { idSchema } from '../../model/id.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/** An artwork that was erased, whose files and ratings are still to be deleted. It holds no personal data. */
const erasureSchema = z.strictObject({
  artworkId: idSchema,
  upload: z.strictObject({ id: idSchema, sha256: z.string() }).optional(),
});

export type Erasure = z.output<typeof erasureSchema>;

const prefix = 'ERASURE#';

const key = (exhibitionId: string, artworkId: string) => keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}`);

/** Records an erasure, in the transaction that deletes the artwork's record. */
export const erasureWrite = (exhibitionId: string, erasure: Erasure): Write =>
  putWrite(deskTable, { ...key(exhibitionId, erasure.artworkId), erasure: { S: JSON.stringify(erasure) } });

/** True while an erasure is not complete. */
export const isBeingErased = async (exhibitionId: string, artworkId: string): Promise<boolean> =>
  (await getItem(deskTable, key(exhibitionId, artworkId))) !== undefined;

/** The erasures of an exhibition that are not complete. */
export const readErasures = (exhibitionId: string): Promise<Erasure[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, jsonOf(erasureSchema, 'erasure'));

export const deleteErasure = async (exhibitionId: string, { artworkId }: Erasure): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, artworkId)));
};
